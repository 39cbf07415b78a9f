/** Settings of the embedded server, given on its command line so that an upgrade changes them without editing files. */
export type ServerSettings = Readonly<Record<string, string>>;

/** What a shop's own server runs with; it shares the machine with ClickHouse and Node. */
export const durableSettings: ServerSettings = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_connections: '100',
  // No replicas and no archive here; the least WAL is enough for crash recovery.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  // Journeys and queues update the same rows all day: without early vacuum set-based steps fell from 67k to 2.7k rows/s.
  autovacuum_vacuum_scale_factor: '0.01',
  autovacuum_analyze_scale_factor: '0.02',
  random_page_cost: '1.1',
  jit: 'off',
  // ClickHouse does the analysis; parallel plans would fight it for the cores and need room in /dev/shm (64 MB in Docker).
  max_parallel_workers_per_gather: '0',
  io_workers: '2',
  // A statement whose client has gone (server killed) ends within seconds instead of holding its locks.
  client_connection_check_interval: '5s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_line_prefix: '%m [%p] ',
};

/** For tests: the same server without waiting for the disk. Never for data that matters. */
export const throwawaySettings: ServerSettings = {
  ...durableSettings,
  shared_buffers: '128MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
};

/** Reached by its socket only: no TCP port, and the socket lies in a private folder. */
export function serverArguments(
  dataDirectory: string,
  socketFolder: string,
  settings: ServerSettings,
): string[] {
  const all = {
    ...settings,
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
  };
  return ['-D', dataDirectory, ...Object.entries(all).flatMap(([k, v]) => ['-c', `${k}=${v}`])];
}
