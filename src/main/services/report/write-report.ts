import type { z } from 'zod';
import type { ReportOutcome, ReportRequest } from '../../../shared/contract/calls.ts';
export async function writeReport(request: z.output<typeof ReportRequest>, _context: unknown): Promise<z.output<typeof ReportOutcome>> {
  throw new Error(request.out);
}
