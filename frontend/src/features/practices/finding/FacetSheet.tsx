import { Button, Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Facets.module.css'

interface Props {
  /** How many values are chosen. */
  chosen: number
  /** How many practices they find. */
  total: number
  children: ReactNode
}

/** The facets on a phone: a sheet from below, with the way back to what was found at its foot. */
export function FacetSheet({ chosen, total, children }: Props) {
  const { t } = useTranslation(['finding', 'common'])
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button
        className={classes.onlyNarrow ?? ''}
        leftSection={<IconAdjustmentsHorizontal size={17} stroke={1.75} aria-hidden />}
        onClick={open}
      >
        {chosen > 0 ? t('filtersChosen', { count: chosen }) : t('common:filter.filters')}
      </Button>
      <Drawer opened={opened} onClose={close} position="bottom" size="85%" title={t('common:filter.filters')}>
        {children}
        <div className={classes.sheetFoot}>
          <Button variant="filled" fullWidth onClick={close}>
            {t('showFound', { count: total })}
          </Button>
        </div>
      </Drawer>
    </>
  )
}
