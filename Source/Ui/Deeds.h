// SPDX-License-Identifier: GPL-3.0-or-later
// How the window does what a musician asks: runs an action by its id, asks for what the action must be told, and says what went wrong.
#pragma once

#include "App/Session.h"
#include "Ui/Kit/Overlay.h"
#include "Ui/Kit/StatusBar.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace athanor
{

class JobDesk;

/** The one way from the window into the registry of actions. The window owns it; views keep a reference. */
class Deeds
{
public:
    Deeds (Session&, Overlay&, Toast&);
    ~Deeds();

    /** Runs an action. When it must be told something that `given` does not say, a form asks for it first; when it would lose
        changes, a question. */
    void run (const std::string& id, Arguments given = {});

    /** Shows a sentence for some seconds. */
    void say (const juce::String& sentence, Ink = Ink::text);

    /** How the window renders: beside everything else. False when it could not begin, and said why. */
    std::function<bool (const std::string& file)> onRender;

    /** How a view asks for what an action must be told, where a form would not do: a module, a parameter. By the action's id. */
    std::map<std::string, std::function<void()>> askers;
    /** The same for stems: into a folder. */
    std::function<bool (const std::string& folder)> onRenderStems;

    /** Asked before a file is opened: true when it is read beside everything else, to be opened later. */
    std::function<bool (const std::string& file)> onImport;

    /** Where the window orders slow things; null: nowhere. */
    JobDesk* jobs = nullptr;

    /** Asks what becomes of changes that were not saved, and goes on unless the musician would rather not. */
    void guardChanges (std::function<void()> goOn);

    bool isEnabled (const std::string& id) const;

    /** A key is down that belongs to an action of this view, or of all views. False when there is none. */
    bool perform (const juce::KeyPress&, const std::string& view);

    /** The keys of an action as a musician reads them: "Ctrl+Shift+Z"; empty when it has none. */
    juce::String keysOf (const std::string& id) const;

    /** An entry of a menu that runs an action. Does nothing when there is no such action: then the entry is left out. */
    void addTo (juce::PopupMenu&, const std::string& id, Arguments given = {}, const juce::String& text = {});

    void openPalette();
    void openShortcuts (const std::string& view);
    void openSettings (const std::string& page);
    void ask (std::unique_ptr<Sheet>);

    Session& session;

private:
    struct Binding
    {
        juce::KeyPress key;
        std::string view, action;
    };

    void bind();
    void askFor (const Action&, Arguments given);
    void askForFile (const Action&, const std::string& argument, Arguments given, std::function<void()> then);
    bool runNow (const std::string& id, const Arguments&);

    void save (std::function<void()> then);
    bool asksFirst (const std::string& id) const;
    bool isUntouchedImport() const;
    void leaveImport (const std::function<void()>& goOn);
    juce::File usualFolder() const;
    juce::String usualName (const std::string& action) const;

    Overlay& overlay;
    Toast& toast;
    std::vector<Binding> bindings;
    std::size_t boundActions = 0;
    Subscription preferences;
};

/** A shortcut as an action declares it, several separated by " | ", as keys. */
std::vector<juce::KeyPress> keysFrom (const std::string& shortcut);

/** A key as it is printed on a keyboard: "Ctrl+Shift+Up". */
juce::String keyText (const juce::KeyPress&);

/** The name of a view as an action declares it: "pattern" is "Pattern", "" is "Everywhere". */
juce::String nameOfView (const std::string& view);

} // namespace athanor
