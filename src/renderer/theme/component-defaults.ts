import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  CloseButton,
  Input,
  Kbd,
  Menu,
  Modal,
  Paper,
  SegmentedControl,
  Table,
  Text,
  Tooltip,
  type MantineThemeComponents,
} from '@mantine/core';
import { TYPE } from '../../shared/design-tokens/layout-tokens.ts';

const small = `${TYPE.small.size}px`;

/** How Mantine's components look unless told otherwise: dense, as a tool that is used all day. */
export const COMPONENT_DEFAULTS: MantineThemeComponents = {
  ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
  Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm', tt: 'none' } }),
  Button: Button.extend({
    defaultProps: { size: 'xs' },
    vars: (_theme, { size }) => ({ root: size === 'xs' || size === undefined ? { '--button-fz': small } : {} }),
  }),
  Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
  CloseButton: CloseButton.extend({ defaultProps: { size: 28 } }),
  Input: Input.extend({
    vars: (_theme, { size }) => ({ wrapper: size === 'xs' ? { '--input-fz': small } : {} }),
  }),
  Kbd: Kbd.extend({ defaultProps: { size: 'xs' }, styles: { root: { fontSize: 11.5 } } }),
  Menu: Menu.extend({
    // The placeholder takes the first focus, but is no item of a menu, which screen readers then miscount.
    defaultProps: { shadow: 'md', position: 'bottom-start', withInitialFocusPlaceholder: false },
  }),
  Modal: Modal.extend({
    defaultProps: { overlayProps: { backgroundOpacity: 0.4 }, shadow: 'xl', transitionProps: { duration: 100 } },
    styles: { title: { fontSize: 15, fontWeight: 650 } },
  }),
  Paper: Paper.extend({ defaultProps: { withBorder: true } }),
  SegmentedControl: SegmentedControl.extend({
    defaultProps: { size: 'xs' },
    vars: (_theme, { size }) => ({ root: size === 'xs' || size === undefined ? { '--sc-font-size': small } : {} }),
  }),
  Table: Table.extend({ defaultProps: { fz: small, verticalSpacing: 6, horizontalSpacing: 'sm' } }),
  Text: Text.extend({ defaultProps: { size: 'sm' } }),
  Tooltip: Tooltip.extend({
    defaultProps: { openDelay: 350, fz: 12, events: { hover: true, focus: true, touch: false } },
  }),
};
