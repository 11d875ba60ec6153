"""Over HTTP, through the deployment's one outbound door."""

from deployments import service as deployments
from edelivery.transport.base import HttpAnswer


class HttpTransport:
    def post(self, endpoint: str, *, content_type: str, body: bytes) -> HttpAnswer:
        answer = deployments.outbound().post(endpoint.strip(), headers={"Content-Type": content_type}, body=body)
        return HttpAnswer(answer.status, answer.headers.get("content-type", ""), answer.body)
