import { sealAudit as route } from '@siyu/contract/org';
import { endpoint } from '../../../platform/http/index.ts';
import { sealAudit } from '../seal-audit.ts';

export const sealAuditEndpoint = endpoint(route, ({ platform }) => sealAudit(platform));
