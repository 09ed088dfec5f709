import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { Collection } from 'react-aria-components/Collection'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import { type PaletteEntry, usePaletteEntries } from './palette-entries'
import { closeShellDialog } from './shell-dialogs'
import { usePlantSearch } from './use-plant-search'
import { Data } from '@/ui/data'
import { Dialog } from '@/ui/dialog'

export function CommandPalette() {
  const [text, setText] = useState('')
  const search = usePlantSearch(text)
  const sections = usePaletteEntries(text, search.found)

  return (
    <Dialog isOpen onClose={closeShellDialog} title="Search" size="md">
      <Autocomplete inputValue={text} onInputChange={setText}>
        <TextField
          aria-label="Search plants, pages and actions"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- who opens a search wants to type
          autoFocus
          className="sticky -top-1 z-10 bg-raised py-1"
        >
          <Input placeholder="Name, serial number, id or fingerprint" className="field-control" />
        </TextField>
        <Menu
          aria-label="Results"
          className="mt-2 outline-none"
          renderEmptyState={() => (
            <p className="px-2 py-6 text-center text-muted">
              Nothing is called “<Data>{text}</Data>”.
            </p>
          )}
        >
          {sections.map(({ title, entries }) => (
            <MenuSection key={title} aria-label={title}>
              <Header className="px-2 pt-2 pb-1 text-xs font-medium text-muted">{title}</Header>
              <Collection>{entries.map(renderEntry)}</Collection>
            </MenuSection>
          ))}
        </Menu>
      </Autocomplete>
      <p role="status" className="mt-3 border-t border-line pt-2 text-xs text-muted tabular-nums">
        {describeReach(search)}
      </p>
    </Dialog>
  )
}

function renderEntry({ key, label, detail, icon: Icon, disabledReason, onAction }: PaletteEntry) {
  return (
    <MenuItem
      key={key}
      id={key}
      textValue={label}
      isDisabled={disabledReason !== undefined}
      onAction={() => {
        closeShellDialog()
        onAction()
      }}
      className="flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 outline-none data-disabled:cursor-not-allowed data-disabled:text-faint data-focused:bg-hover max-md:min-h-11"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      <Text slot="label" className="min-w-0 flex-1 truncate">
        <Data>{label}</Data>
      </Text>
      {(disabledReason ?? detail) ? (
        <Text slot="description" className="shrink-0 text-xs text-muted">
          <Data>{disabledReason ?? detail}</Data>
        </Text>
      ) : null}
    </MenuItem>
  )
}

/** A figure about the fleet says what it rests on. */
function describeReach(search: ReturnType<typeof usePlantSearch>): string {
  const { found, matches, searched, total, failure } = search
  const number = (value: number) => value.toLocaleString('en-GB')
  const more = matches > found.length ? ` ${number(matches)} match; another word narrows it.` : ''
  if (failure) return `Searched ${number(searched)} plants, then it stopped: ${failure}.${more}`
  if (total === undefined) return 'Reading the list of plants…'
  if (searched < total) return `Searched ${number(searched)} of ${number(total)} plants.${more}`
  return total === 1 ? 'Searched the only plant.' : `Searched all ${number(total)} plants.${more}`
}
