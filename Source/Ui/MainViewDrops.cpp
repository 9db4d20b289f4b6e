// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does with files that are dropped on it.
#include "App/Library.h"
#include "App/PatchFiles.h"
#include "Ui/MainView.h"

namespace athanor
{

namespace
{
/** A zip may be a project, too. */
bool isPreset (const juce::String& file) { return file.endsWithIgnoreCase (".vital") || file.endsWithIgnoreCase (".adg") || (file.endsWithIgnoreCase (".zip") && isPatchFile (file.toStdString())); }
} // namespace

bool MainView::isInterestedInFileDrag (const juce::StringArray& files)
{
    return (files.size() == 1 && (isSong (files[0].toStdString()) || isPreset (files[0]))) || (files.size() > 0 && isSoundFile (files[0].toStdString()));
}

void MainView::fileDragEnter (const juce::StringArray&, int, int)
{
    isDroppingOn = true;
    repaint();
}

void MainView::fileDragExit (const juce::StringArray&)
{
    isDroppingOn = false;
    repaint();
}

void MainView::filesDropped (const juce::StringArray& files, int, int)
{
    fileDragExit (files);

    if (isPreset (files[0]))
        return doer.run ("preset.load", { { "file", files[0].toStdString() } });

    if (isSong (files[0].toStdString()))
        return doer.run ("file.open", { { "file", files[0].toStdString() } });

    for (const auto& dropped : files)
        if (isSoundFile (dropped.toStdString()))
            doer.run ("sound.toInstrument", { { "file", dropped.toStdString() } });
}

} // namespace athanor
