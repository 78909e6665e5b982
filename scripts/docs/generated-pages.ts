import { callsPage } from './calls-page.ts';
import { cliReferencePage } from './cli-reference-page.ts';
import { dataDictionaryPage } from './data-dictionary-page.ts';

export interface GeneratedPage {
  /** From the project root. */
  readonly file: string;
  readonly text: string;
}

/** The pages of docs/ that follow from the code. */
export function generatedPages(): readonly GeneratedPage[] {
  return [
    { file: 'docs/cli-reference.md', text: cliReferencePage() },
    { file: 'docs/data-dictionary.md', text: dataDictionaryPage() },
    { file: 'docs/calls.md', text: callsPage() },
  ];
}
