import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { sql, type SQLNamespace } from '@codemirror/lang-sql';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useEffectEvent, useImperativeHandle, useRef, type ReactNode, type Ref } from 'react';
import { DUCKDB_DIALECT } from './duckdb-dialect.ts';
import { editorTheme, sqlHighlight } from './editor-theme.ts';

/** What a page can do to the editor. */
export interface SqlEditorHandle {
  /** Puts text where the cursor is, and the focus into the editor. */
  readonly insert: (text: string) => void;
  readonly replace: (text: string) => void;
  readonly focus: () => void;
}

export interface SqlEditorProps {
  readonly initial: string;
  readonly label: string;
  /** Tables and columns to complete. */
  readonly schema: SQLNamespace;
  readonly onChange: (text: string) => void;
  /** Called on Ctrl+Enter with the selected text, or all of it where nothing is selected. */
  readonly onRun: (text: string) => void;
  readonly ref: Ref<SqlEditorHandle>;
}

/** An editor for one SQL statement. Tab indents; Escape then Tab leaves it, as in any CodeMirror. */
export function SqlEditor({ initial, label, schema, onChange, onRun, ref }: SqlEditorProps): ReactNode {
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const language = useRef(new Compartment());
  const changed = useEffectEvent((text: string) => onChange(text));
  const run = useEffectEvent((editor: EditorView) => {
    const { from, to, empty } = editor.state.selection.main;
    onRun(empty ? editor.state.doc.toString() : editor.state.sliceDoc(from, to));
    return true;
  });
  const completed = (namespace: SQLNamespace) =>
    sql({ dialect: DUCKDB_DIALECT, schema: namespace, defaultTable: 'transform', upperCaseKeywords: true });
  // The editor is made once: what it begins with does not change it afterwards.
  const begin = useEffectEvent((parent: HTMLElement) => {
    const runKey = [{ key: 'Mod-Enter', run: (editor: EditorView) => run(editor), preventDefault: true }];
    return new EditorView({
      parent,
      state: EditorState.create({
        doc: initial,
        extensions: [
          Prec.highest(keymap.of(runKey)),
          lineNumbers(),
          history(),
          drawSelection(),
          indentOnInput(),
          bracketMatching(),
          closeBrackets(),
          autocompletion(),
          highlightActiveLine(),
          highlightSelectionMatches(),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label }),
          keymap.of([
            ...closeBracketsKeymap,
            ...defaultKeymap,
            ...searchKeymap,
            ...historyKeymap,
            ...completionKeymap,
            indentWithTab,
          ]),
          language.current.of(completed(schema)),
          syntaxHighlighting(sqlHighlight),
          editorTheme,
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed(update.state.doc.toString());
          }),
        ],
      }),
    });
  });
  useEffect(() => {
    if (holder.current === null) return undefined;
    const editor = begin(holder.current);
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);
  useEffect(() => {
    view.current?.dispatch({ effects: language.current.reconfigure(completed(schema)) });
  }, [schema]);
  useImperativeHandle(ref, () => ({
    insert: (text) => {
      view.current?.dispatch(view.current.state.replaceSelection(text));
      view.current?.focus();
    },
    replace: (text) => {
      const editor = view.current;
      editor?.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
      editor?.focus();
    },
    focus: () => view.current?.focus(),
  }));
  return <div ref={holder} style={{ height: '100%', minHeight: 0 }} />;
}
