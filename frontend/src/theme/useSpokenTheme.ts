import { mergeThemeOverrides } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { theme } from './theme'

/** The theme with a name, in the reader's language, for what Mantine shows as a sign only: the cross of a dialog. */
export function useSpokenTheme() {
  const { t } = useTranslation()
  return useMemo(() => {
    const cross = { defaultProps: { closeButtonProps: { 'aria-label': t('action.close') } } }
    return mergeThemeOverrides(theme, { components: { Modal: cross, Drawer: cross } })
  }, [t])
}
