// Draws the interactive map from the data in the page. If anything fails, the drawings stay where they are.
(function () {
  "use strict";
  const live = document.getElementById("live");
  const drawings = document.getElementById("drawings");
  const data = JSON.parse(document.getElementById("map-data").textContent);
  const number = new Intl.NumberFormat("en-GB");
  const palette = (letter) => [0, 1, 2, 3, 4].map((band) =>
    getComputedStyle(document.documentElement).getPropertyValue("--" + letter + band).trim());
  const palettes = [palette("b"), palette("c")];
  const colourOf = (colours) =>
    ["match", ["get", "band"], 0, colours[0], 1, colours[1], 2, colours[2], 3, colours[3], colours[4]];

  const point = (flat, index) => [flat[2 * index] / 1e5, flat[2 * index + 1] / 1e5];
  const ring = (steps) => {
    const points = [];
    let x = 0, y = 0;
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      points.push([x / 1e5, y / 1e5]);
    }
    return points;
  };
  const polygons = (shape) => ({ type: "MultiPolygon", coordinates: shape.map((rings) => rings.map(ring)) });
  const collection = (features) => ({ type: "FeatureCollection", features });
  const feature = (geometry, properties) => ({ type: "Feature", geometry, properties });
  const dot = (coordinates) => ({ type: "Point", coordinates });
  const minutes = (tenths) => tenths === current().longest ? "no way there and home" : (tenths / 10).toFixed(1) + " minutes";

  const state = { service: 0, household: 0, colour: 0 };
  const current = () => data.services[state.service];

  const areas = () => {
    const service = current();
    const times = service.minutes[state.household];
    const before = service.before && service.before[state.household];
    const changeBand = (i) => {
      const change = times[i] - before[i];
      if (change === 0) return 2;
      const isLarge = Math.abs(change) > service.smallChange;
      return change < 0 ? (isLarge ? 0 : 1) : (isLarge ? 4 : 3);
    };
    return collection(data.codes.map((_, i) => {
      const edge = service.edges.findIndex((limit) => times[i] <= limit);
      const geometry = data.shapes ? polygons(data.shapes[i]) : dot(point(data.areas, i));
      const band = state.colour === 1 && before ? changeBand(i) : edge < 0 ? service.edges.length : edge;
      return feature(geometry, { area: i, band });
    }));
  };
  const lines = () => {
    const service = current();
    return collection(service.to[state.household].flatMap((hub, i) => hub < 0 ? [] : [feature(
      { type: "LineString", coordinates: [point(data.areas, i), point(service.hubPoints, hub)] }, {})]));
  };
  const hubs = () => {
    const service = current();
    return collection(service.hubs.map((hub, i) => feature(dot(point(service.hubPoints, i)),
      { hub: i, image: "hub-" + state.service + "-" + i, name: "name-" + state.service + "-" + i })));
  };
  const candidates = () => {
    const flat = current().candidates;
    return collection(Array.from({ length: flat.length / 2 }, (_, i) => feature(dot(point(flat, i)), {})));
  };
  const outlines = (places) => collection(places.map((place) => feature(polygons(place.shape), {})));

  // A numbered badge: round for the first service, square for the others; dashed where it is borderline.
  const badge = (position, index, hub, colour) => {
    const size = 56;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = size;
    const context = canvas.getContext("2d");
    context.beginPath();
    if (position === 0) context.arc(size / 2, size / 2, size / 2 - 5, 0, 2 * Math.PI);
    else context.roundRect(5, 5, size - 10, size - 10, 8);
    context.fillStyle = colour;
    context.fill();
    context.lineWidth = 5;
    context.strokeStyle = "#ffffff";
    context.stroke();
    if (hub.borderline) {
      context.setLineDash([9, 6]);
      context.strokeStyle = "#111111";
      context.stroke();
    }
    context.fillStyle = "#ffffff";
    context.font = "bold 26px system-ui, sans-serif";
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(String(index + 1), size / 2, size / 2 + 2);
    return context.getImageData(0, 0, size, size);
  };

  // A place's name beside its badge; the page has no fonts for the map itself.
  const nameplate = (text) => {
    const canvas = document.createElement("canvas");
    const font = "600 26px system-ui, sans-serif";
    let context = canvas.getContext("2d");
    context.font = font;
    canvas.width = Math.ceil(context.measureText(text).width) + 12;
    canvas.height = 40;
    context = canvas.getContext("2d");
    context.font = font;
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 7;
    context.strokeStyle = "#ffffff";
    context.strokeText(text, 6, 21);
    context.fillStyle = "#111111";
    context.fillText(text, 6, 21);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  };

  const describeArea = (i) => {
    const service = current();
    const parts = ["without a car", "with a car"].map((kind, k) => {
      const hub = service.to[k][i];
      const children = service.children[k][i];
      return kind + ": " + number.format(children) + (children === 1 ? " child, " : " children, ")
        + minutes(service.minutes[k][i]) + (service.before ? " (before: " + minutes(service.before[k][i]) + ")" : "") + (hub < 0 ? "" : " to hub " + (hub + 1) + ", " + service.hubs[hub].name);
    });
    return data.names[i] + " (" + data.codes[i] + "); " + parts.join("; ") + ". Estimated.";
  };
  const describeHub = (i) => {
    const hub = current().hubs[i];
    return "Hub " + (i + 1) + ", " + hub.name + ": nearest for " + number.format(hub.children) + " children"
      + (hub.minutes === null ? "" : ", " + hub.minutes + " minutes on average (estimated)")
      + (hub.settled === null ? "" : "; " + hub.settled)
      + (hub.standing === null ? "" : "; " + current().called + ": " + hub.standing) + ".";
  };

  const bounds = () => {
    let [west, south, east, north] = [180, 90, -180, -90];
    const include = ([x, y]) => {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    };
    const every = (flat) => flat.forEach((_, i) => { if (i % 2 === 0) include(point(flat, i / 2)); });
    every(data.areas);
    data.services.forEach((service) => every(service.hubPoints));
    if (data.shapes) data.shapes.forEach((shape) => shape.forEach((rings) => ring(rings[0]).forEach(include)));
    return [[west, south], [east, north]];
  };

  const layersOf = {
    areas: ["areas", "area-edges"], hubs: ["hubs", "hub-names"], lines: ["lines"], places: ["places", "places-under", "places-far"],
    candidates: ["candidates"], backdrop: ["backdrop", "backdrop-edges", "border-under", "border"],
  };

  const addLayers = (map) => {
    const empty = collection([]);
    const source = (id, contents) => map.addSource(id, { type: "geojson", data: contents });
    source("backdrop", outlines(data.backdrop));
    source("border", data.border ? outlines([{ shape: data.border }]) : empty);
    ["areas", "lines", "places", "candidates", "hubs"].forEach((id) => source(id, empty));
    const colour = colourOf(palettes[0]);
    const layer = (id, type, from, paint, layout, zooms) =>
      map.addLayer({ id, type, source: from, paint, layout: layout || {}, ...zooms });
    layer("backdrop", "fill", "backdrop", { "fill-color": "#fbfbf9" });
    layer("backdrop-edges", "line", "backdrop", { "line-color": "#9aa3ad", "line-width": 0.8 });
    if (data.shapes) {
      layer("areas", "fill", "areas", { "fill-color": colour, "fill-opacity": 0.9 });
      layer("area-edges", "line", "areas", { "line-color": "#ffffff", "line-width": 0.6 });
    } else {
      const many = data.codes.length > 5000;
      layer("areas", "circle", "areas", {
        "circle-color": colour,
        "circle-radius": ["interpolate", ["exponential", 1.5], ["zoom"], 5, many ? 1.3 : 3, 9, many ? 3.5 : 5, 13, 9],
        "circle-stroke-color": "#6b7280",
        "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 8, 0, 10, 0.6],
      });
    }
    layer("lines", "line", "lines", { "line-color": "#333333", "line-opacity": 0.45, "line-width": 0.8 });
    layer("border-under", "line", "border", { "line-color": "#ffffff", "line-width": 4.5 });
    layer("border", "line", "border", { "line-color": "#1b1f24", "line-width": 2.2 });
    layer("places-under", "line", "places", { "line-color": "#ffffff", "line-width": 3.5 }, {}, { minzoom: 9 });
    layer("places", "line", "places", { "line-color": "#111111", "line-width": 1.8, "line-dasharray": [3, 2] }, {},
      { minzoom: 9 });
    // From afar a place is smaller than a dash.
    layer("places-far", "line", "places", { "line-color": "#111111", "line-width": 1 }, {}, { maxzoom: 9 });
    layer("candidates", "circle", "candidates", {
      "circle-radius": ["interpolate", ["linear"], ["zoom"], 5, 1, 12, 4], "circle-color": "#ffffff",
      "circle-stroke-color": "#1b1f24", "circle-stroke-width": 1,
    });
    layer("hub-names", "symbol", "hubs", {}, {
      "icon-image": ["get", "name"], "icon-anchor": "left", "icon-offset": [18, 0], "icon-padding": 0,
    }, { minzoom: 7 });
    layer("hubs", "symbol", "hubs", {}, {
      "icon-image": ["get", "image"], "icon-allow-overlap": true,
      "icon-size": ["interpolate", ["linear"], ["zoom"], 5, 0.6, 10, 1],
    });
  };

  const refresh = (map) => {
    const service = current();
    map.getSource("areas").setData(areas());
    map.getSource("lines").setData(lines());
    map.getSource("hubs").setData(hubs());
    map.getSource("candidates").setData(candidates());
    map.getSource("places").setData(outlines(service.places));
    map.setPaintProperty("areas", data.shapes ? "fill-color" : "circle-color", colourOf(palettes[state.colour]));
    const kind = state.colour === 1 ? "change" : "service";
    const legend = document.querySelector(".legend[data-" + kind + '="' + state.service + '"]');
    document.getElementById("live-legend").replaceChildren(legend.cloneNode(true));
  };

  const start = () => {
    live.hidden = false;
    drawings.classList.add("covered");
    const map = new maplibregl.Map({
      container: "map",
      style: { version: 8, sources: {}, layers: [{ id: "sea", type: "background", paint: { "background-color": "#eef2f5" } }] },
      bounds: bounds(), fitBoundsOptions: { padding: 36, animate: false }, attributionControl: false,
      cooperativeGestures: true, maxPitch: 0, dragRotate: false, pitchWithRotate: false, fadeDuration: 0,
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.addControl(new maplibregl.NavigationControl({ showCompass: false }));
    map.addControl(new maplibregl.ScaleControl({ unit: "metric" }));
    const fields = live.querySelectorAll("input");
    const show = () => fields.forEach((field) => {
      if (field.name !== "layer") return;
      layersOf[field.value].filter((id) => map.getLayer(id)).forEach((id) =>
        map.setLayoutProperty(id, "visibility", field.checked ? "visible" : "none"));
    });
    map.on("load", () => {
      data.services.forEach((service, position) => service.hubs.forEach((hub, i) => {
        map.addImage("hub-" + position + "-" + i, badge(position, i, hub, service.colour), { pixelRatio: 2 });
        map.addImage("name-" + position + "-" + i, nameplate(hub.place), { pixelRatio: 2 });
      }));
      addLayers(map);
      refresh(map);
      show();
      fields.forEach((field) => field.addEventListener("change", () => {
        if (field.name === "layer") return show();
        state[field.name] = Number(field.value);
        refresh(map);
      }));
      map.once("idle", () => { document.documentElement.dataset.map = "ready"; });
    });
    map.on("click", (event) => {
      const found = map.queryRenderedFeatures(event.point, { layers: ["hubs", "areas"] })[0];
      if (!found) return;
      const { hub, area } = found.properties;
      document.getElementById("picked").textContent = hub === undefined ? describeArea(area) : describeHub(hub);
    });
  };

  try {
    start();
  } catch (failure) {
    live.hidden = true;
    drawings.classList.remove("covered");
    console.warn("The interactive map could not start; the drawings are shown instead.", failure);
  }
})();
