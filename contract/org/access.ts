/** The five roles. What a role may do is fixed here; where it may do it is the user's data scope (a subtree). */
export const roles = ['admin', 'operator', 'analyst', 'guide', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Every permission with the roles that hold it. */
export const permissions = {
  'people.read': ['admin', 'operator', 'analyst', 'guide'],
  /** See identifiers and personal traits unmasked; each reveal is logged. */
  'people.reveal': ['admin', 'operator', 'guide'],
  'people.edit': ['admin', 'operator'],
  'people.erase': ['admin'],
  'people.export': ['admin', 'operator'],
  'tags.read': ['admin', 'operator', 'analyst', 'guide'],
  'tags.edit': ['admin', 'operator'],
  'segments.read': ['admin', 'operator', 'analyst'],
  'segments.edit': ['admin', 'operator', 'analyst'],
  'sources.read': ['admin', 'operator', 'analyst'],
  'sources.edit': ['admin'],
  'imports.read': ['admin', 'operator'],
  'imports.edit': ['admin', 'operator'],
  'content.read': ['admin', 'operator', 'analyst'],
  'content.edit': ['admin', 'operator'],
  'campaigns.read': ['admin', 'operator', 'analyst'],
  'campaigns.edit': ['admin', 'operator'],
  'deliveries.read': ['admin', 'operator', 'analyst'],
  'channels.edit': ['admin'],
  /** The red button: stop everything outgoing. */
  'channels.stop': ['admin', 'operator'],
  'insight.read': ['admin', 'operator', 'analyst', 'guide'],
  'org.read': ['admin', 'operator', 'analyst', 'guide', 'auditor'],
  'org.edit': ['admin'],
  'users.read': ['admin', 'auditor'],
  'users.edit': ['admin'],
  'keys.edit': ['admin'],
  'audit.read': ['admin', 'auditor'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof permissions;

/** Whether a role holds a permission. */
export function roleHolds(role: Role, permission: Permission): boolean {
  const holders: readonly Role[] = permissions[permission];
  return holders.includes(role);
}
