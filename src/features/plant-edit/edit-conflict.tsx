import { ChangeValue } from './change-value'
import { changedMeanwhile } from './changed-meanwhile'
import type { Template } from '@/api/templates'
import { type Conflict, fieldLabels } from '@/domain/plant/plant-edit'
import { focusIt } from '@/ui/focus-it'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'

interface EditConflictProps {
  rows: readonly Conflict[]
  templates: readonly Template[]
}

/** Comparison of the user's changes with those saved meanwhile. */
export function EditConflict({ rows, templates }: EditConflictProps) {
  const isContested = rows.some(({ mine }) => mine !== undefined)
  return (
    <div ref={focusIt} tabIndex={-1} className="flex flex-col gap-4 outline-none">
      <p role="alert">
        {changedMeanwhile} Your changes weren’t sent.{' '}
        {isContested
          ? 'If you save your version, it replaces the one on the server where both changed the same field.'
          : 'You changed other fields, so saving your version keeps the changes on the server.'}
      </p>
      <Table label="Versions" isCards>
        <THead>
          <Tr>
            <Th>Field</Th>
            <Th>When you opened it</Th>
            <Th>Now on the server</Th>
            <Th>Yours</Th>
          </Tr>
        </THead>
        <TBody>
          {rows.map(({ field, opened, current, mine, unreadable }) => (
            <Tr key={field}>
              <Td isCardTitle>{fieldLabels[field]}</Td>
              {[
                {
                  label: 'When you opened it',
                  value: opened,
                  isValueUnreadable: unreadable.opened,
                },
                {
                  label: 'Now on the server',
                  value: current,
                  isValueUnreadable: unreadable.current,
                },
                { label: 'Yours', value: mine, isValueUnreadable: false },
              ].map(({ label, value, isValueUnreadable }) => (
                <Td key={label} label={label}>
                  {value === undefined ? (
                    <span className="text-faint">not changed</span>
                  ) : (
                    <ChangeValue
                      field={field}
                      value={value}
                      isUnreadable={isValueUnreadable}
                      label={`${fieldLabels[field]}, ${label}`}
                      templates={templates}
                    />
                  )}
                </Td>
              ))}
            </Tr>
          ))}
        </TBody>
      </Table>
    </div>
  )
}
