import { LegalDocument } from './legal-document';

const SECTIONS = [
  'terms.account',
  'terms.trial',
  'terms.content',
  'terms.conduct',
  'terms.service',
  'terms.end',
  'terms.changes',
  'terms.contact',
] as const;

export function Page() {
  return <LegalDocument which="terms" sections={SECTIONS} />;
}
