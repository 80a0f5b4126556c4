// Reads ESC/POS jobs with npos, which knows nothing of our program.
//
//   node read_jobs.js FOLDER
//
// Beside each FOLDER/x.bin comes the picture it prints, FOLDER/x.pgm; standard output is one JSON list: the commands
// of each job, in the order of the file names. A command that npos does not know ends the run with an error.
"use strict";

const fs = require("fs");
const path = require("path");
// Not « npos » itself: that also wants a USB library to be there.
const Parser = require("npos/lib/parser");
const codecs = require("npos/lib/codecs");

const RASTER = "GSv0";
const name = (node) => node.ascii + (node.fn || "");

function read(file) {
  const job = new Parser().analyze(fs.readFileSync(file));
  if (job.error) throw job.error;
  const picture = codecs.raster.decode(job.raw, job.tree.filter((node) => name(node) === RASTER));
  const head = Buffer.from(`P5 ${picture.width} ${picture.height} 255\n`);
  fs.writeFileSync(file.replace(/bin$/, "pgm"), Buffer.concat([head, picture.data]));
  return job.tree.map(name);
}

const folder = process.argv[2];
const files = fs.readdirSync(folder).filter((file) => file.endsWith(".bin")).sort();
console.log(JSON.stringify(files.map((file) => read(path.join(folder, file)))));
