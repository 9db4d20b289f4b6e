// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Application.h"

#include "Ui/Files/FileSheets.h"
#include "Ui/LookActions.h"
#include "Ui/Window.h"

#include <chrono>
#include <cstdio>

namespace athanor
{

/** The message thread belongs to it, so it is the one that can prove to be there. */
class Application final : public juce::JUCEApplication
{
public:
    explicit Application (WindowStart s) : start (std::move (s)) {}

    const juce::String getApplicationName() override { return "Athanor"; }

    const juce::String getApplicationVersion() override { return {}; }

    bool moreThanOneInstanceAllowed() override { return true; }

    void initialise (const juce::String&) override
    {
        look = std::make_unique<Look>();
        readPreferences (start.session.preferences(), *look);
        readEnvironment();

        window = std::make_unique<Window> (start.session, *look);
        window->view().onFirstPaint = [this] { shown(); };
    }

    void shutdown() override
    {
        start.whenClosing();
        window.reset();
        look.reset();
    }

    void systemRequestedQuit() override { window->closeButtonPressed(); }

private:
    /** How the window looks whatever was chosen: for tests and pictures. */
    void readEnvironment()
    {
        if (const auto theme = juce::SystemStats::getEnvironmentVariable ("ATHANOR_THEME", {}); theme.isNotEmpty())
            look->setTheme (theme == "light" ? ThemeKind::light : theme == "contrast" ? ThemeKind::contrast
                                                                                      : ThemeKind::dark);

        if (const auto scale = juce::SystemStats::getEnvironmentVariable ("ATHANOR_SCALE", {}).getFloatValue(); scale > 0)
            look->setScale (scale);
    }

    void shown()
    {
        if (juce::SystemStats::getEnvironmentVariable ("ATHANOR_TRACE_START", {}) == "1")
        {
            const auto now = std::chrono::system_clock::now().time_since_epoch();
            std::printf ("first paint %lld\n", static_cast<long long> (std::chrono::duration_cast<std::chrono::nanoseconds> (now).count()));
            std::fflush (stdout);
        }

        if (! start.message.empty())
            window->view().deeds().say (start.message, Ink::rose);

        start.whenShown (thread);
        start.session.keepUnsaved();
        window->view().jobs().begin();

        auto& deeds = window->view().deeds();

        // What a crash left of projects that had no name yet is offered, never opened by itself.
        const auto hasLost = ! start.session.lostAndFound().empty();

        if (start.isOpened && hasLost)
            deeds.say ("There is unsaved work from last time: File, Unsaved work.", Ink::gold);

        if (start.isOpened)
            showWhatHappened (deeds);
        else if (hasLost)
            deeds.run ("file.lost");
        else if (start.session.preferences().truth ("welcome.show", true) && start.message.empty())
            deeds.run ("file.start");
    }

    WindowStart start;
    MessageThread thread;
    std::unique_ptr<Look> look;
    std::unique_ptr<Window> window;
};

namespace
{
/** JUCE makes the application itself, by a plain function. */
WindowStart* pending = nullptr;

juce::JUCEApplicationBase* makeApplication() { return new Application (std::move (*pending)); }
} // namespace

int runWindow (WindowStart start)
{
    const char* arguments[] = { "athanor" };
    pending = &start;
    juce::JUCEApplicationBase::createInstance = makeApplication;
    return juce::JUCEApplicationBase::main (1, arguments);
}

} // namespace athanor
