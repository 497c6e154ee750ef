// The teacher's page: loads its words and its module, and has the worker keep the site.

import { begin } from "./page-of-class.js";

const stories = [...document.querySelectorAll("link[rel=alternate][type='application/json']")];
// It speaks English alone so far.
begin("class", [], ({ show }, [own, quiz], place) =>
  show(place, own, quiz, stories.map((link) => link.getAttribute("href")).join("\n")),
);
