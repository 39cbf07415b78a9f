export { insertPendingBlocks } from './insert-pending-blocks.ts';
export { type Rebuilt, rebuildClickHouse } from './rebuild.ts';
export { type Pipeline, startPipeline } from './start-pipeline.ts';
