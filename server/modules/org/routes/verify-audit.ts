import { verifyAudit as route } from '@siyu/contract/org';
import { endpoint } from '../../../platform/http/index.ts';
import { verifyAudit } from '../verify-audit.ts';

export const verifyAuditEndpoint = endpoint(route, ({ platform, body }) =>
  verifyAudit(platform, body.head),
);
