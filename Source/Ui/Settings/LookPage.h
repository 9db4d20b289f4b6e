// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the settings that chooses the theme and how large everything is.
#pragma once

#include "Ui/Kit/SegmentedTabs.h"
#include "Ui/Settings/SettingsPage.h"

namespace athanor
{

class LookPage : public SettingsPage
{
public:
    explicit LookPage (Deeds&);

    juce::Component* firstFocus() override { return &theme; }

    /** Follows what keys and menus change. */
    void refresh() override;

private:
    SegmentedTabs theme, scale;
    juce::ToggleButton welcome;
};

} // namespace athanor
