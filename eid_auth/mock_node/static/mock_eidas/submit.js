// The way back needs no click where scripts run; the button stays for everybody else.
document.getElementById("way-back").requestSubmit();
