/**
 * The look: a calm, dense office tool. Mantine's own scales fail the AA contrast of 4.5:1 in places (white
 * on its blue, dimmed text, error text), so the main scale is ours and those few colours are set here,
 * each checked by axe in light and dark.
 */
import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Modal,
  Table,
  Tooltip,
} from '@mantine/core';

/** Slate blue; white on the filled shade is 6.4:1. */
const ink: MantineColorsTuple = [
  '#eef3f9',
  '#dce6f1',
  '#b8cbe0',
  '#91aece',
  '#7096bf',
  '#5b87b6',
  '#4a79ab',
  '#386191',
  '#2d5280',
  '#23436b',
];

const dark: MantineColorsTuple = [
  '#d5d9de',
  '#b6bcc4',
  '#9aa2ac',
  '#6d7681',
  '#464e58',
  '#363d46',
  '#2a3038',
  '#20252c',
  '#1a1e24',
  '#14181d',
];

const small = { defaultProps: { size: 'xs' } };

export const theme = createTheme({
  colors: { ink, dark },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  defaultRadius: 'sm',
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.4' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend(small),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', size: 'md' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', tt: 'none' as const } }),
    TextInput: small,
    NumberInput: small,
    PasswordInput: small,
    Textarea: small,
    Select: { defaultProps: { size: 'xs', checkIconPosition: 'right' } },
    NativeSelect: small,
    MultiSelect: small,
    Autocomplete: small,
    DatePickerInput: small,
    DateInput: small,
    DateTimePicker: small,
    SegmentedControl: small,
    Checkbox: small,
    Radio: small,
    Switch: { defaultProps: { size: 'sm' } },
    Alert: Alert.extend({ defaultProps: { p: 'xs' } }),
    Modal: Modal.extend({
      defaultProps: { transitionProps: { duration: 0 }, closeButtonProps: { 'aria-label': 'Close' } },
      styles: { title: { fontWeight: 600 } },
    }),
    Table: Table.extend({
      defaultProps: {
        verticalSpacing: 4,
        horizontalSpacing: 'xs',
        fz: 'sm',
        highlightOnHoverColor: 'var(--duebook-hover)',
      },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, withArrow: true, events: { hover: true, focus: true, touch: false } },
    }),
    Menu: {
      // The placeholder is no menu item, which a menu may not have for a child.
      defaultProps: { transitionProps: { duration: 0 }, shadow: 'md', withInitialFocusPlaceholder: false },
    },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1b2026',
    '--mantine-color-dimmed': '#56606b',
    '--mantine-color-placeholder': '#656f7a',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#2d5280',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-yellow-light-color': '#704700',
    '--mantine-color-green-light-color': '#1f6b3a',
    '--mantine-color-orange-light-color': '#8a3c00',
    '--duebook-frame': '#f4f6f8',
    '--duebook-line': '#dde2e7',
    '--duebook-line-strong': '#b9c1c9',
    '--duebook-hover': '#eef2f6',
    '--duebook-selected': '#dce6f1',
    '--duebook-late': '#8a4b00',
    '--duebook-old': '#b42318',
    '--duebook-good': '#1f6b3a',
  },
  dark: {
    '--mantine-color-text': '#d5d9de',
    '--mantine-color-dimmed': '#9fa8b2',
    '--mantine-color-placeholder': '#929ba5',
    '--mantine-color-error': '#ff9b91',
    '--mantine-color-anchor': '#93bdec',
    '--mantine-color-body': '#1a1e24',
    '--duebook-frame': '#14181d',
    '--duebook-line': '#2f363f',
    '--duebook-line-strong': '#4d5661',
    '--duebook-hover': '#242a32',
    '--duebook-selected': '#24384e',
    '--duebook-late': '#f0b35e',
    '--duebook-old': '#ff9b91',
    '--duebook-good': '#7fcf9b',
  },
});
