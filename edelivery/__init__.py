"""The access point of each Member State played here (TDD chapter 4.7).

It carries bytes and a few header values and does not know what an evidence request is. `service.submit` puts a message
in the outbox, Celery sends it to the partner's `/as4` until a verified receipt is kept; what arrives there is verified,
stored, answered with our receipt and handed to the receiver registered for its service and action.
"""
