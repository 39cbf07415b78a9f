export { rebuildClickHouse } from './rebuild.ts';
export { type Pipeline, startPipeline } from './start-pipeline.ts';
