import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor in our tokens: one theme for both schemes, as the tokens change with them. */
export const editorTheme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--vs-surface)', color: 'var(--vs-text)', fontSize: '13px' },
  '.cm-scroller': { fontFamily: 'var(--vs-font-mono)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--vs-accent)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--vs-accent)' },
  '.cm-gutters': { backgroundColor: 'var(--vs-surface)', color: 'var(--vs-text-faint)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--vs-accent-soft) 45%, transparent)' },
  '&.cm-focused': { outline: '2px solid var(--vs-accent)', outlineOffset: '-2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--vs-accent) 28%, transparent)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--vs-surface)',
    color: 'var(--vs-text)',
    border: '1px solid var(--vs-border)',
    borderRadius: 'var(--vs-radius-medium)',
    overflow: 'hidden',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--vs-accent-soft)',
    color: 'var(--vs-text)',
  },
  '.cm-completionDetail': { color: 'var(--vs-text-muted)', fontStyle: 'normal' },
  '.cm-panels': { backgroundColor: 'var(--vs-sunken)', color: 'var(--vs-text)' },
});

export const sqlHighlight = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--vs-accent)', fontWeight: '600' },
  { tag: tags.string, color: 'var(--vs-ok)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--vs-error)' },
  { tag: tags.comment, color: 'var(--vs-text-faint)', fontStyle: 'italic' },
  { tag: [tags.standard(tags.name), tags.function(tags.variableName)], color: 'var(--vs-outcome-system)' },
]);
