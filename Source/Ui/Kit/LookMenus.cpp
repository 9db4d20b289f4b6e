// SPDX-License-Identifier: GPL-3.0-or-later
// Menus, scrollbars and the rows of the file list.
#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Look.h"

namespace athanor
{

void Look::drawPopupMenuBackgroundWithOptions (juce::Graphics& g, int width, int height, const juce::PopupMenu::Options&)
{
    g.fillAll ((*theme)[Ink::raised]);
    g.setColour ((*theme)[Ink::line]);
    g.drawRect (0, 0, width, height);
}

void Look::drawPopupMenuItem (juce::Graphics& g, const juce::Rectangle<int>& area, bool isSeparator, bool isActive, bool isHighlighted, bool isTicked, bool hasSubMenu, const juce::String& text, const juce::String& shortcut, const juce::Drawable* icon, const juce::Colour* colour)
{
    const auto& t = *theme;

    if (isSeparator)
    {
        g.setColour (t[Ink::line]);
        g.fillRect (area.getX() + space::near, area.getCentreY(), area.getWidth() - 2 * space::near, 1);
        return;
    }

    auto inner = area.reduced (space::tight, 0);

    if (isHighlighted && isActive)
    {
        g.setColour (t[Ink::chosen]);
        g.fillRoundedRectangle (inner.toFloat().reduced (0, 1), radius::tiny + 1);
    }

    auto markArea = inner.removeFromLeft (22).toFloat().withSizeKeepingCentre (11, 11);

    if (isTicked)
        drawIcon (g, Icon::tick, markArea, t[Ink::ember]);
    else if (icon != nullptr)
        icon->drawWithin (g, markArea, juce::RectanglePlacement::centred, isActive ? 1.0f : 0.4f);

    inner.removeFromRight (space::near);

    if (hasSubMenu)
        drawIcon (g, Icon::chevronRight, inner.removeFromRight (12).toFloat().withSizeKeepingCentre (9, 9), t[Ink::mute]);

    const auto shortcutFont = typefaces.font (Face::number, textSize::value);
    g.setFont (shortcutFont);
    g.setColour (t[Ink::mute]);
    const auto shortcutWidth = shortcut.isEmpty() ? 0 : shortcutFont.getStringWidth (shortcut) + space::near;
    g.drawText (shortcut, inner.removeFromRight (shortcutWidth), juce::Justification::centredRight, false);

    g.setFont (typefaces.font (Face::name, textSize::device));
    g.setColour (! isActive ? t[Ink::faint] : colour != nullptr ? *colour
                                                                : t[Ink::text]);
    g.drawText (text, inner, juce::Justification::centredLeft, true);
}

void Look::drawPopupMenuSectionHeader (juce::Graphics& g, const juce::Rectangle<int>& area, const juce::String& name)
{
    g.setFont (typefaces.font (Face::nameStrong, textSize::small));
    g.setColour ((*theme)[Ink::mute]);
    g.drawText (name, area.reduced (space::pad, 0), juce::Justification::centredLeft, true);
}

void Look::getIdealPopupMenuItemSize (const juce::String& text, bool isSeparator, int standardHeight, int& width, int& height)
{
    height = isSeparator ? 9 : standardHeight > 0 ? standardHeight
                                                  : measure::menuRow;
    width = isSeparator ? 60 : typefaces.font (Face::name, textSize::device).getStringWidth (text) + 60;
}

int Look::getPopupMenuBorderSize() { return space::tight; }

juce::Font Look::getPopupMenuFont() { return typefaces.font (Face::name, textSize::device); }

void Look::drawMenuBarBackground (juce::Graphics& g, int, int, bool, juce::MenuBarComponent&) { g.fillAll ((*theme)[Ink::panel]); }

void Look::drawMenuBarItem (juce::Graphics& g, int width, int height, int, const juce::String& text, bool isOver, bool isOpen, bool, juce::MenuBarComponent&)
{
    if (isOver || isOpen)
    {
        g.setColour ((*theme)[Ink::chosen]);
        g.fillRoundedRectangle (juce::Rectangle<int> (width, height).reduced (1, 2).toFloat(), radius::tiny);
    }

    g.setColour ((*theme)[Ink::text]);
    g.setFont (typefaces.font (Face::name, textSize::device));
    g.drawText (text, 0, 0, width, height, juce::Justification::centred, false);
}

void Look::drawScrollbar (juce::Graphics& g, juce::ScrollBar&, int x, int y, int width, int height, bool isVertical, int thumbStart, int thumbSize, bool isOver, bool isDown)
{
    if (thumbSize <= 0)
        return;

    const auto thumb = (isVertical ? juce::Rectangle<int> (x, thumbStart, width, thumbSize) : juce::Rectangle<int> (thumbStart, y, thumbSize, height)).toFloat().reduced (3.0f);
    g.setColour ((*theme)[isDown ? Ink::ember : isOver ? Ink::mute
                                                       : Ink::faint]);
    g.fillRoundedRectangle (thumb, juce::jmin (thumb.getWidth(), thumb.getHeight()) / 2);
}

int Look::getDefaultScrollbarWidth() { return measure::scrollbar; }

bool Look::areScrollbarButtonsVisible() { return false; }

void Look::drawFileBrowserRow (juce::Graphics& g, int width, int height, const juce::File&, const juce::String& name, juce::Image*, const juce::String& fileSize, const juce::String& time, bool isFolder, bool isChosen, int, juce::DirectoryContentsDisplayComponent&)
{
    auto area = juce::Rectangle<int> (width, height);

    if (isChosen)
    {
        g.setColour ((*theme)[Ink::chosen]);
        g.fillRoundedRectangle (area.reduced (2, 1).toFloat(), radius::tiny);
    }

    auto row = area.reduced (space::near, 0);
    drawIcon (g, isFolder ? Icon::folder : Icon::file, row.removeFromLeft (16).toFloat().withSizeKeepingCentre (13, 13), (*theme)[isFolder ? Ink::gold : Ink::mute]);
    row.removeFromLeft (space::close);

    g.setFont (typefaces.font (Face::number, textSize::value));
    g.setColour ((*theme)[Ink::mute]);

    if (width > 420)
        g.drawText (time, row.removeFromRight (130), juce::Justification::centredRight, false);

    if (width > 300)
        g.drawText (isFolder ? juce::String() : fileSize, row.removeFromRight (80), juce::Justification::centredRight, false);

    g.setFont (typefaces.font (Face::name, textSize::device));
    g.setColour ((*theme)[Ink::text]);
    g.drawText (name, row, juce::Justification::centredLeft, true);
}

void Look::layoutFileBrowserComponent (juce::FileBrowserComponent& browser, juce::DirectoryContentsDisplayComponent* list, juce::FilePreviewComponent* preview, juce::ComboBox* currentPath, juce::TextEditor* filename, juce::Button* goUp)
{
    constexpr int line = 28;
    auto area = browser.getLocalBounds();

    auto top = area.removeFromTop (line);
    goUp->setBounds (top.removeFromRight (34));
    top.removeFromRight (space::close);
    currentPath->setBounds (top);
    area.removeFromTop (space::close);

    auto bottom = area.removeFromBottom (line);
    filename->setBounds (bottom.withTrimmedLeft (50));
    filename->setIndents (8, 0);
    filename->setJustification (juce::Justification::centredLeft);
    area.removeFromBottom (space::close);

    if (preview != nullptr)
        preview->setBounds (area.removeFromRight (area.getWidth() / 3));

    if (auto* shown = dynamic_cast<juce::Component*> (list))
        shown->setBounds (area);
}

juce::Button* Look::createFileBrowserGoUpButton() { return new IconButton (Icon::chevronUp, "Up to the folder above"); }

} // namespace athanor
