// What vendor.js is made of. To make it anew, in an empty folder with this file:
//   npm install cytoscape@3.34.4 d3-force@3.0.1 esbuild@0.28.2
//   npx esbuild entry.js --bundle --minify --format=iife --global-name=lib --legal-comments=none --outfile=vendor.js
export { default as cytoscape } from "cytoscape";
export { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
