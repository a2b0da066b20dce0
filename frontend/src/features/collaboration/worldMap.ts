import { geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import address from 'world-atlas/countries-110m.json?url'

export const WIDTH = 960
export const HEIGHT = 440

interface World extends Topology {
  objects: { countries: GeometryCollection; land: GeometryCollection }
}

export interface Outlines {
  /** All land, without a boundary in it. */
  land: string
  /** The outline of a State by its UN M49 code. */
  states: Map<string, string>
}

const ANTARCTICA = '010'

/** Natural Earth at 1:110 million as paths. Read with the map, and by nobody else. */
export async function loadOutlines(signal: AbortSignal): Promise<Outlines> {
  const answer = await fetch(address, { signal })
  return outlinesOf((await answer.json()) as World)
}

function outlinesOf(world: World): Outlines {
  const countries = feature(world, world.objects.countries).features.filter(({ id }) => id !== ANTARCTICA)
  const projection = geoEqualEarth().fitSize([WIDTH, HEIGHT], {
    type: 'FeatureCollection',
    features: countries,
  })
  const path = geoPath(projection).digits(1)
  const states = countries.flatMap((country) => {
    const outline = country.id === undefined ? null : path(country)
    return outline ? [[String(country.id), outline] as const] : []
  })
  return {
    land: path(feature(world, world.objects.land)) ?? '',
    states: new Map(states),
  }
}
