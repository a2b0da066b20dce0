import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

/** Mantine asks for ten shades; ours come from the tokens, so that light and dark are decided in one place. */
const accent: MantineColorsTuple = [
  '#e8f1fa',
  '#d0e2f4',
  '#a9d0f7',
  '#7db8f2',
  '#4f97dc',
  '#2a79c4',
  '#0b5cab',
  '#094a8a',
  '#073a6c',
  '#052a4f',
]

const filled = (tone: 'accent' | 'bad') => ({
  background: `var(--${tone})`,
  hover: `var(--${tone}-2)`,
  color: 'var(--on-accent)',
  border: '1px solid transparent',
})

const variantColorResolver: VariantColorsResolver = (input) => {
  switch (input.variant) {
    case 'filled':
      return filled(input.color === 'red' ? 'bad' : 'accent')
    case 'default':
      return {
        background: 'var(--paper)',
        hover: 'var(--ground)',
        color: 'var(--ink)',
        border: '1px solid var(--line-2)',
      }
    case 'subtle':
      return {
        background: 'transparent',
        hover: input.color === 'red' ? 'var(--bad-soft)' : 'var(--accent-soft)',
        color: input.color === 'red' ? 'var(--bad)' : 'var(--accent)',
        border: '1px solid transparent',
      }
    default:
      return defaultVariantColorsResolver(input)
  }
}

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  colors: { accent },
  fontFamily: 'var(--sans)',
  headings: { fontFamily: 'var(--sans)', fontWeight: '600' },
  fontSizes: {
    xs: 'var(--text-xs)',
    sm: 'var(--text-s)',
    md: 'var(--text)',
    lg: 'var(--text-l)',
    xl: 'var(--text-xl)',
  },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.6', xl: '1.65' },
  spacing: { xs: 'var(--s2)', sm: 'var(--s3)', md: 'var(--s4)', lg: 'var(--s5)', xl: 'var(--s6)' },
  radius: { sm: 'var(--radius-s)', md: 'var(--radius-s)', lg: 'var(--radius)' },
  defaultRadius: 'sm',
  shadows: { md: 'var(--shadow-overlay)', xl: 'var(--shadow-overlay)' },
  breakpoints: { sm: '47.5em' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver,
  components: {
    Button: { defaultProps: { variant: 'default', fw: 550 } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 36 } },
    Modal: { defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.4 } } },
    // a menu that is open stays to be seen when the page grows above its button
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', hideDetached: false } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    Skeleton: { defaultProps: { radius: 'sm' } },
  },
})

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--ground)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-3)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-default': 'var(--paper)',
    '--mantine-color-default-hover': 'var(--ground)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-2)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-2)',
    '--mantine-primary-color-light': 'var(--accent-soft)',
    '--mantine-primary-color-light-color': 'var(--accent-2)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
  },
  light: {},
  dark: {},
})
