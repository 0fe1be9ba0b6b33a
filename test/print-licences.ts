import { licences } from "./licences.ts";

/** `npm run licences`: every package that a service in use has, with its licence; needs no network. */
for (const { name, version, licence } of licences())
  console.log(`${licence.padEnd(20)}${name} ${version}`);
