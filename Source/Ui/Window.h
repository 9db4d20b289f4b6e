// SPDX-License-Identifier: GPL-3.0-or-later
// The window of the operating system around everything the musician sees.
#pragma once

#include "Ui/MainView.h"

namespace athanor
{

class Window : public juce::DocumentWindow
{
public:
    Window (Session&, Look&);
    ~Window() override;

    MainView& view() noexcept { return *content; }

    void closeButtonPressed() override;
    void focusGained (FocusChangeType) override;

private:
    void showTitle();

    Session& session;
    MainView* content; ///< Owned by the base class.
    Subscription project, file;
};

} // namespace athanor
