import { Button, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { AddPictureDialog } from './AddPictureDialog'
import { type Gallery, type Picture, picturesQuery } from './gallery'
import { PictureMenu } from './PictureMenu'
import classes from './Pictures.module.css'
import { Pixels } from './Pixels'

interface Props {
  gallery: Gallery
  /** What the pictures are of. */
  title: string
}

/** The pictures of a record. Where there are none, only who may add some sees the card. */
export function PicturesCard({ gallery, title }: Props) {
  const { t } = useTranslation('pictures')
  const { data } = useQuery(picturesQuery(gallery))
  const [isAdding, setAdding] = useState(false)
  const [shown, setShown] = useState<Picture | null>(null)
  if (!data || (data.items.length === 0 && !data.actions.includes('add'))) return null
  return (
    <Card
      title={t('title')}
      action={
        data.actions.includes('add') && (
          <Button size="xs" onClick={() => setAdding(true)} data-print="hide">
            {t('add.action')}
          </Button>
        )
      }
    >
      <CardBody>
        {data.items.length === 0 ? (
          <p className={classes.nothing}>{t('none')}</p>
        ) : (
          <ul className={classes.pictures}>
            {data.items.map((picture) => (
              <li key={picture.id}>
                <button type="button" className={classes.frame} onClick={() => setShown(picture)}>
                  <Pixels path={gallery.path} picture={picture} size="small" />
                </button>
                <div className={classes.below}>
                  <bdi className={classes.credit}>{picture.credit}</bdi>
                  {data.actions.includes('change') && <PictureMenu gallery={gallery} picture={picture} />}
                </div>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
      <AddPictureDialog gallery={gallery} title={title} opened={isAdding} onClose={() => setAdding(false)} />
      <Modal opened={shown !== null} onClose={() => setShown(null)} title={title} size="xl">
        {shown && (
          <figure className={classes.large}>
            <Pixels path={gallery.path} picture={shown} size="large" />
            <figcaption>
              <bdi>{[shown.alt, shown.credit].filter(Boolean).join(' · ')}</bdi>
            </figcaption>
          </figure>
        )}
      </Modal>
    </Card>
  )
}
