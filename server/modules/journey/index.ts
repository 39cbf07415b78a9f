import type { Module } from '../../platform/http/index.ts';
import { endpoints } from './endpoints.ts';
import { registerJourney } from './registers.ts';

export { advanceRun } from './advance-run.ts';
export { campaignReport } from './campaign-report.ts';
export { type CampaignsUnderway, campaignsUnderway } from './campaigns-underway.ts';
export { createCampaign } from './define-campaign.ts';
export { launchCampaign } from './launch-campaign.ts';
export { tick } from './registers.ts';

/** When messages are sent and to whom: campaigns on one set-based executor, and what they did. */
export const journey: Module = { name: 'journey', endpoints, register: registerJourney };
