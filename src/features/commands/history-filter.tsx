import type { CommandsSearch, OnCommandsSearch } from './commands-search'
import { type AnswerGroup, commandStatusMeanings } from '@/domain/commands/command-status'
import { type HistoryRow, answerLabels } from '@/domain/commands/history-rows'
import { keysOf } from '@/lib/keyed-record'
import { Checkbox } from '@/ui/checkbox'
import { NativeSelect } from '@/ui/native-select'
import { TextField } from '@/ui/text-field'

interface HistoryFilterProps {
  rows: readonly HistoryRow[]
  search: CommandsSearch
  onSearchChange: OnCommandsSearch
}

const groups = keysOf(answerLabels)

/** Filters of the loaded commands, with the number of commands that each answer has. */
export function HistoryFilter({ rows, search, onSearchChange }: HistoryFilterProps) {
  const countOf = (group: AnswerGroup) =>
    rows.filter(({ status }) => commandStatusMeanings[status].answer === group).length
  return (
    <div className="flex flex-wrap items-end gap-3 max-md:[&>*]:w-full" data-print="hide">
      <TextField
        label="Filter by command"
        type="search"
        className="min-w-48"
        maxLength={255}
        autoComplete="off"
        spellCheck={false}
        value={search.name ?? ''}
        onChange={({ target }) => onSearchChange({ name: target.value || undefined }, true)}
      />
      <NativeSelect
        label="Answer"
        value={search.answer ?? ''}
        onChange={({ target }) =>
          onSearchChange({ answer: groups.find((group) => group === target.value) })
        }
      >
        <option value="">All ({rows.length})</option>
        {groups.map((group) => (
          <option key={group} value={group}>
            {answerLabels[group]} ({countOf(group)})
          </option>
        ))}
      </NativeSelect>
      <Checkbox
        label="Only from this browser"
        className="md:h-8"
        checked={search.mine === true}
        onChange={({ target }) => onSearchChange({ mine: target.checked || undefined })}
      />
    </div>
  )
}
