import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import { tabClass, tabListClass } from './tab-class'

interface TabItem {
  key: string
  label: ReactNode
  content: ReactNode
}

interface TabsProps {
  label: string
  tabs: TabItem[]
  selectedKey?: string
  onSelect?: (key: string) => void
}

/** Import it lazily: it brings react-aria with it. Tabs with URLs of their own are links, see tab-class. */
export function Tabs({ label, tabs, selectedKey, onSelect }: TabsProps) {
  return (
    <AriaTabs selectedKey={selectedKey} onSelectionChange={(key) => onSelect?.(String(key))}>
      <TabList aria-label={label} className={tabListClass}>
        {tabs.map((tab) => (
          <Tab
            key={tab.key}
            id={tab.key}
            className={({ isSelected }) => `cursor-pointer ${tabClass(isSelected)}`}
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.key} id={tab.key} className="pt-4">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
