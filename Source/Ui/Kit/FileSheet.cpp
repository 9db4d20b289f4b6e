// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/FileSheet.h"

#include "Ui/Kit/Draw.h"

#include <utility>

namespace athanor
{

namespace
{

constexpr int margin = 20, titleHeight = 22, buttonHeight = 30;

juce::String wordFor (FileSheet::Purpose purpose)
{
    switch (purpose)
    {
        case FileSheet::Purpose::save:
            return "Save";
        case FileSheet::Purpose::folder:
            return "Choose";
        default:
            return "Open";
    }
}

int flagsFor (FileSheet::Purpose purpose)
{
    using Browser = juce::FileBrowserComponent;

    switch (purpose)
    {
        case FileSheet::Purpose::save:
            return Browser::saveMode | Browser::canSelectFiles;
        case FileSheet::Purpose::folder:
            return Browser::openMode | Browser::canSelectDirectories;
        case FileSheet::Purpose::openSeveral:
            return Browser::openMode | Browser::canSelectFiles | Browser::canSelectMultipleItems;
        case FileSheet::Purpose::open:
            break;
    }

    // Directories too, for a project is one.
    return Browser::openMode | Browser::canSelectFiles | Browser::canSelectDirectories;
}

bool isProjectFolder (const juce::File& file) { return file.hasFileExtension (".athanor") && file.isDirectory(); }

} // namespace

FileSheet::FileSheet (Options wanted, std::function<void (juce::Array<juce::File>)> whenChosen)
    : Sheet (wanted.title), options (std::move (wanted)), onChoose (std::move (whenChosen)), filter (options.patterns, "*", options.patterns), acceptButton (options.accept.isNotEmpty() ? options.accept : wordFor (options.purpose))
{
    files = std::make_unique<juce::FileBrowserComponent> (flagsFor (options.purpose), options.start, options.purpose == Purpose::folder ? nullptr : &filter, nullptr);
    files->addListener (this);
    files->setTitle (options.title);
    addAndMakeVisible (*files);

    files->setFilenameBoxLabel ("Name");

    if (auto* list = dynamic_cast<juce::ListBox*> (files->getDisplayComponent()))
        list->setRowHeight (24);

    // A whole path is a choice like any other: the browser goes to its folder, and we take the file there.
    if (auto* name = nameField())
        name->onReturnKey = [this, name, goThere = name->onReturnKey] {
            const auto isPath = name->getText().containsChar (juce::File::getSeparatorChar());
            goThere();

            if (isPath && name->getText().isNotEmpty())
                accept();
        };

    acceptButton.setPrimary (true);
    acceptButton.onClick = [this] { accept(); };
    cancelButton.onClick = [this] { dismiss(); };
    addAndMakeVisible (cancelButton);
    addAndMakeVisible (acceptButton);
    selectionChanged();
}

FileSheet::~FileSheet() { files->removeListener (this); }

void FileSheet::accept()
{
    juce::Array<juce::File> chosen;

    for (int i = 0; i < files->getNumSelectedFiles(); ++i)
        if (const auto file = files->getSelectedFile (i); file != juce::File())
            chosen.add (file);

    if (chosen.isEmpty() && options.purpose == Purpose::folder)
        chosen.add (files->getRoot());

    // Other folders are walked into.
    if (options.purpose == Purpose::open && ! chosen.isEmpty() && chosen.getFirst().isDirectory() && ! isProjectFolder (chosen.getFirst()))
        files->setRoot (chosen.getFirst());
    else if (! chosen.isEmpty())
        choose (chosen);
}

void FileSheet::browserRootChanged (const juce::File& root)
{
    if (options.purpose == Purpose::open && isProjectFolder (root))
        choose ({ root });
}

void FileSheet::choose (const juce::Array<juce::File>& chosen)
{
    const auto perform = std::exchange (onChoose, {});
    dismiss();

    if (perform)
        perform (chosen);
}

void FileSheet::selectionChanged() { acceptButton.setEnabled (options.purpose == Purpose::folder || files->currentFileIsValid() || options.purpose == Purpose::save); }

void FileSheet::fileDoubleClicked (const juce::File& file)
{
    if (! file.isDirectory())
        accept();
}

juce::Point<int> FileSheet::idealSize (juce::Rectangle<int> window) const { return { juce::jmin (720, window.getWidth()), juce::jmin (520, window.getHeight()) }; }

juce::TextEditor* FileSheet::nameField() const
{
    for (auto* child : files->getChildren())
        if (auto* name = dynamic_cast<juce::TextEditor*> (child))
            return name;

    return nullptr;
}

bool FileSheet::keyPressed (const juce::KeyPress& key)
{
    // Who types while the list has the keys means a name.
    const auto typed = key.getTextCharacter();
    const auto hasModifier = key.getModifiers().isCommandDown() || key.getModifiers().isAltDown();

    if (auto* name = nameField(); name != nullptr && typed > ' ' && ! hasModifier && ! name->isReadOnly())
    {
        name->setText (juce::String::charToString (typed));
        name->grabKeyboardFocus();
        name->moveCaretToEnd();
        return true;
    }

    return Sheet::keyPressed (key);
}

juce::Component* FileSheet::firstFocus()
{
    // Who saves types a name; who opens walks through the list.
    if (auto* name = nameField(); name != nullptr && options.purpose == Purpose::save)
    {
        name->setSelectAllWhenFocused (false);
        name->setHighlightedRegion ({ 0, options.start.getFileNameWithoutExtension().length() });
        return name;
    }

    auto* list = dynamic_cast<juce::ListBox*> (files->getDisplayComponent());
    return list != nullptr ? list : static_cast<juce::Component*> (files.get());
}

void FileSheet::paint (juce::Graphics& g)
{
    Sheet::paint (g);
    drawWords (g, getTitle(), getLocalBounds().reduced (margin).withHeight (titleHeight), font (*this, Face::nameStrong, 15), tokens (*this)[Ink::text]);
}

void FileSheet::resized()
{
    auto area = getLocalBounds().reduced (margin);
    auto line = area.removeFromBottom (buttonHeight);
    acceptButton.setBounds (line.removeFromRight (juce::jmax (72, acceptButton.idealWidth())));
    line.removeFromRight (space::near);
    cancelButton.setBounds (line.removeFromRight (72));
    area.removeFromTop (titleHeight + space::near);
    files->setBounds (area.withTrimmedBottom (space::near));
}

} // namespace athanor
