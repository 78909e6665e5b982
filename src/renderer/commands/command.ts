/** Something that a person can do from the palette, a shortcut or the host's menu. */
export interface Command {
  /** Stable: the host's menu and the documentation use it. */
  readonly id: string;
  /** In the window's language. */
  readonly label: string;
  /** Heading under which the palette shows it. */
  readonly section: string;
  /** As Mantine's hotkeys write it (`mod+K`), or null. */
  readonly shortcut: string | null;
  readonly run: () => void;
  /** Further words by which the palette finds it. */
  readonly keywords?: string;
  /** Done by hand only, such as opening the palette itself: the palette does not list it. */
  readonly isUnlisted?: boolean;
}
