import { Link } from '@tanstack/react-router'
import { Fragment, useEffect, useMemo, useRef } from 'react'
import { FieldName, FieldValue, GroupFieldValue } from './answer-value'
import { whyNoPage } from '@/domain/plant/plant-address'
import type { AnswerField } from '@/domain/runs/answer-values'
import { fieldHeadings } from '@/domain/runs/field-headings'
import type { AnswerGroup, PlantAnswer, SilentGroup } from '@/domain/runs/folded-answers'
import type { RunDocument, RunPlant } from '@/domain/runs/run-document'
import { runStateMeanings } from '@/domain/runs/run-words'
import { countOf } from '@/lib/format-count'
import { NameText } from '@/plant-ui/name-text'
import { cutText } from '@/ui/cut-text'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'
import { type WindowedColumn, WindowedTable } from '@/ui/windowed-table'

interface AnswerPlantsProps {
  id: string
  document: RunDocument
  answers: readonly PlantAnswer[]
  group: AnswerGroup | SilentGroup
  /** Fields that separate the group from others. */
  compared: readonly AnswerField[]
  /** Fields that may be different on each of the plants. */
  fields: readonly AnswerField[]
}

interface ListedPlant extends PlantAnswer {
  plant: RunPlant
}

const fixed = ['Plant', 'Serial number']

/** More would make a heading that no one reads. */
const mostNamed = 4

/** The plants of a group, with the values that were left out of the comparison. */
export function AnswerPlants({
  id,
  document,
  answers,
  group,
  compared,
  fields,
}: AnswerPlantsProps) {
  const { plants } = group
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const rows = useMemo(
    () =>
      plants.flatMap((at): ListedPlant[] => {
        const [plant, answer] = [document.plants[at], answers[at]]
        return plant && answer ? [{ ...answer, plant }] : []
      }),
    [document, answers, plants],
  )
  const columns = useMemo(() => columnsOf(fields), [fields])
  const title = countOf(plants.length, 'plant')
  return (
    <section id={id} aria-label={`Plants of the group: ${title}`} className="flex flex-col gap-2">
      <h3 ref={heading} tabIndex={-1} className="font-medium wrap-anywhere">
        {title}: {runStateMeanings[group.state].label}
        {'values' in group
          ? compared.slice(0, mostNamed).map(({ path }) => (
              <Fragment key={path}>
                , <FieldName path={path} />{' '}
                <GroupFieldValue value={group.values.get(path)} isJson={group.kind === 'json'} />
              </Fragment>
            ))
          : null}
        {'values' in group && compared.length > mostNamed ? ', …' : null}
      </h3>
      <WindowedTable
        label="Plants of the group"
        rows={rows}
        keyOf={({ plant }) => plant.id}
        columns={columns}
        minPx={400 + 136 * fields.length}
        className="max-h-[50dvh]"
      />
    </section>
  )
}

function columnsOf(fields: readonly AnswerField[]): WindowedColumn<ListedPlant>[] {
  const headings = fieldHeadings(fields, fixed)
  return [
    {
      heading: 'Plant',
      width: 'minmax(12rem, 2fr)',
      cell: ({ plant }) => <PlantName plant={plant} />,
    },
    {
      heading: 'Serial number',
      width: 'minmax(9rem, 1fr)',
      cell: ({ plant }) => (
        <UntrustedText isCut className="font-mono text-sm">
          {plant.serialNumber}
        </UntrustedText>
      ),
    },
    ...fields.map(({ path }): WindowedColumn<ListedPlant> => ({
      heading: visibleText(cutText(headings.get(path) ?? path, 60)),
      width: 'minmax(8rem, 1fr)',
      cell: ({ answer }) =>
        answer && <FieldValue text={answer.fields.get(path)} isJson={answer.kind === 'json'} />,
    })),
  ]
}

function PlantName({ plant }: { plant: RunPlant }) {
  const reason = whyNoPage(plant.id)
  const name = <NameText of={plant} isTruncated />
  if (reason !== undefined) return <span title={reason}>{name}</span>
  return (
    <Link
      to="/plants/$plantId"
      params={{ plantId: plant.id }}
      className="block min-w-0 truncate font-medium text-ink underline-offset-2 hover:underline max-md:w-full max-md:py-3"
    >
      {name}
    </Link>
  )
}
