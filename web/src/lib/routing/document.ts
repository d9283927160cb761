/** The page of a document: a record with its approvals. `runId` names the round that somebody asks for. */
export function documentPath(recordId: string, runId?: string): string {
  return runId === undefined ? `/records/${recordId}` : `/records/${recordId}?run=${runId}`;
}
