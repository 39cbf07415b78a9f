/** Called before each table: which engine, which table, how many of how many are done. */
export type Progress = (
  engine: 'postgres' | 'clickhouse',
  table: string,
  done: number,
  total: number,
) => void;
