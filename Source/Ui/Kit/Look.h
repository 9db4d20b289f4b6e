// SPDX-License-Identifier: GPL-3.0-or-later
// How everything in the window is drawn: owns the theme and the fonts, and dresses JUCE's own components.
#pragma once

#include "Ui/Kit/Fonts.h"
#include "Ui/Kit/Theme.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace athanor
{

/** The one look of the window. The application owns it for as long as any component lives; it is JUCE's default while it exists. */
class Look : public juce::LookAndFeel_V4
{
public:
    explicit Look (ThemeKind = ThemeKind::dark);
    ~Look() override;

    /** The look a component is drawn with. */
    static const Look& of (const juce::Component&);

    const Tokens& tokens() const noexcept { return *theme; }

    const Fonts& fonts() const noexcept { return typefaces; }

    /** Changes the theme of every open window at once. */
    void setTheme (ThemeKind);

    /** Changes the size of every open window; 0.5 to 3, limited to that. */
    void setScale (float);

    float scale() const;

    juce::Typeface::Ptr getTypefaceForFont (const juce::Font&) override;

    void drawPopupMenuBackgroundWithOptions (juce::Graphics&, int width, int height, const juce::PopupMenu::Options&) override;
    void drawPopupMenuItem (juce::Graphics&, const juce::Rectangle<int>&, bool isSeparator, bool isActive, bool isHighlighted, bool isTicked, bool hasSubMenu, const juce::String&, const juce::String& shortcut, const juce::Drawable*, const juce::Colour*) override;
    void drawPopupMenuSectionHeader (juce::Graphics&, const juce::Rectangle<int>&, const juce::String&) override;
    void getIdealPopupMenuItemSize (const juce::String&, bool isSeparator, int standardHeight, int& width, int& height) override;
    int getPopupMenuBorderSize() override;
    juce::Font getPopupMenuFont() override;
    void drawMenuBarBackground (juce::Graphics&, int width, int height, bool, juce::MenuBarComponent&) override;
    void drawMenuBarItem (juce::Graphics&, int width, int height, int index, const juce::String&, bool isOver, bool isOpen, bool, juce::MenuBarComponent&) override;

    void drawScrollbar (juce::Graphics&, juce::ScrollBar&, int x, int y, int width, int height, bool isVertical, int thumbStart, int thumbSize, bool isOver, bool isDown) override;
    int getDefaultScrollbarWidth() override;
    bool areScrollbarButtonsVisible() override;

    void fillTextEditorBackground (juce::Graphics&, int width, int height, juce::TextEditor&) override;
    void drawTextEditorOutline (juce::Graphics&, int width, int height, juce::TextEditor&) override;

    void drawComboBox (juce::Graphics&, int width, int height, bool isDown, int, int, int, int, juce::ComboBox&) override;
    juce::Font getComboBoxFont (juce::ComboBox&) override;
    void positionComboBoxText (juce::ComboBox&, juce::Label&) override;

    void drawButtonBackground (juce::Graphics&, juce::Button&, const juce::Colour&, bool isOver, bool isDown) override;
    void drawButtonText (juce::Graphics&, juce::TextButton&, bool isOver, bool isDown) override;
    juce::Font getTextButtonFont (juce::TextButton&, int height) override;
    void drawToggleButton (juce::Graphics&, juce::ToggleButton&, bool isOver, bool isDown) override;

    juce::Rectangle<int> getTooltipBounds (const juce::String&, juce::Point<int>, juce::Rectangle<int> parentArea) override;
    void drawTooltip (juce::Graphics&, const juce::String&, int width, int height) override;

    juce::Font getLabelFont (juce::Label&) override;
    juce::Font getAlertWindowTitleFont() override;
    juce::Font getAlertWindowMessageFont() override;
    juce::Font getAlertWindowFont() override;
    void drawAlertBox (juce::Graphics&, juce::AlertWindow&, const juce::Rectangle<int>& textArea, juce::TextLayout&) override;

    void drawFileBrowserRow (juce::Graphics&, int width, int height, const juce::File&, const juce::String& name, juce::Image*, const juce::String& size, const juce::String& time, bool isFolder, bool isChosen, int index, juce::DirectoryContentsDisplayComponent&) override;
    void layoutFileBrowserComponent (juce::FileBrowserComponent&, juce::DirectoryContentsDisplayComponent*, juce::FilePreviewComponent*, juce::ComboBox* currentPath, juce::TextEditor* filename, juce::Button* goUp) override;
    juce::Button* createFileBrowserGoUpButton() override;

private:
    void applyColours();
    void drawTextLayout (juce::Graphics&, const juce::String&, int width, int height) const;

    const Tokens* theme;
    Fonts typefaces;
};

/** The colours a component is drawn with. */
inline const Tokens& tokens (const juce::Component& component) { return Look::of (component).tokens(); }

/** A font for a component, its em `points` high. */
inline juce::Font font (const juce::Component& component, Face face, float points) { return Look::of (component).fonts().font (face, points); }

} // namespace athanor
