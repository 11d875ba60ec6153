// Presses the visible button for those who have scripts; without scripts they press it themselves.
document.querySelector("form[data-handover]").requestSubmit();
