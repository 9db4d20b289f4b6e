// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Window.h"

namespace athanor
{

namespace
{
constexpr int idealWidth = 1600, idealHeight = 1000, leastWidth = 900, leastHeight = 560, frameHeight = 32;

/** As large as it was meant, or as the screen is, less what the frame around it takes. */
juce::Rectangle<int> firstBounds()
{
    const auto* screen = juce::Desktop::getInstance().getDisplays().getPrimaryDisplay();
    const auto room = screen != nullptr ? screen->userArea : juce::Rectangle<int> (idealWidth, idealHeight);
    const auto size = room.withSizeKeepingCentre (std::min (idealWidth, room.getWidth()), std::min (idealHeight, room.getHeight() - frameHeight));
    return size.withY (std::min (size.getY(), room.getY() + (room.getHeight() - frameHeight - size.getHeight()) / 2));
}
} // namespace

Window::Window (Session& s, Look& look)
    : DocumentWindow ("Athanor", look.tokens()[Ink::window], DocumentWindow::allButtons, false), session (s), content (new MainView (s, look))
{
    setUsingNativeTitleBar (true);
    setContentOwned (content, false);
    setResizable (true, false);
    setResizeLimits (leastWidth, leastHeight, 16384, 16384);
    setBounds (firstBounds());
    project = s.onProject.add ([this] { showTitle(); });
    file = s.onFile.add ([this] { showTitle(); });
    showTitle();
    addToDesktop();
    setVisible (true);
    content->grabKeyboardFocus();
}

Window::~Window() = default;

void Window::showTitle()
{
    const auto state = session.fileState();
    const auto title = juce::String (session.project().title);
    const auto name = title.isNotEmpty() ? title : state.folder.empty() ? juce::String ("Untitled")
                                                                        : juce::String (state.folder.stem().string());
    setName (name + (state.isSaved ? "" : " *") + " - Athanor");
}

// The frame itself has no use for keys.
void Window::focusGained (FocusChangeType) { content->grabKeyboardFocus(); }

void Window::closeButtonPressed() { content->deeds().run ("app.quit"); }

} // namespace athanor
