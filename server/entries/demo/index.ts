export { buildOrganisation, type DemoSource } from './build-organisation.ts';
export { type Client, everyItem, openClient, Refused } from './client.ts';
export { openDoor } from './door.ts';
export { openProgress, type Progress } from './progress.ts';
export { runImport } from './run-import.ts';
export { openActSender } from './send-acts.ts';
