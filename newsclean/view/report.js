// A page that holds the dumps it shows.

import { start } from "./app.js";
import { readIndex } from "./index.js";

start(readIndex(), async (row) => {
  const [sheet, repeats] = JSON.parse(document.getElementById(`dump-${row.number}`).textContent);
  return { sheet, repeats };
});
