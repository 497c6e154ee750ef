// The teacher's page: loads its words and its module, and has the worker keep the site.

import { begin } from "./page-of-class.js";

const stories = [...document.querySelectorAll("link[rel=alternate][type='application/json']")];
begin("class", ["ar", "de", "es", "fr", "ko", "pt", "zh"], ["class/", "collected/", ""], ({ show }, [own, collected, quiz], place) =>
  show(place, own, collected, quiz, stories.map((link) => link.getAttribute("href")).join("\n")),
);
