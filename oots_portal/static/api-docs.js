// Shows the OpenAPI document named by the page; a file of its own because the page allows no inline script.
const place = document.getElementById("docs");
SwaggerUIBundle({
  url: place.dataset.schema,
  dom_id: "#docs",
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
});
