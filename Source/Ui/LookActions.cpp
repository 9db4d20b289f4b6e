// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/LookActions.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
constexpr auto themeName = "look.theme", scaleName = "look.scale";
constexpr std::array<const char*, 3> themeIds { "dark", "light", "contrast" };

std::optional<ThemeKind> themeNamed (const std::string& id)
{
    const auto found = std::find (themeIds.begin(), themeIds.end(), id);
    return found == themeIds.end() ? std::nullopt : std::optional (static_cast<ThemeKind> (found - themeIds.begin()));
}

void choose (Session& session, Look& look, ThemeKind kind)
{
    look.setTheme (kind);
    session.preferences().set (themeName, themeIds[static_cast<std::size_t> (kind)]);
}

void choose (Session& session, Look& look, float scale)
{
    look.setScale (scale);
    session.preferences().set (scaleName, static_cast<double> (look.scale()));
}

void add (Session& session, Action action)
{
    if (session.actions().find (action.id) == nullptr)
        session.actions().add (std::move (action));
}

/** An action that needs to be told nothing. */
Action plain (std::string id, std::string name, std::string doc, std::string shortcut, std::function<void()> run)
{
    return { std::move (id), std::move (name), std::move (doc), std::move (shortcut), "", {}, [run = std::move (run)] (const Arguments&) -> Result<Value> {
                run();
                return Value (true);
            },
             {} };
}

void declareThemes (Session& session, Look& look)
{
    add (session, plain ("view.theme", "Next theme", "Changes between the dark, the light and the high-contrast theme.", "ctrl + F11", [&session, &look] {
             choose (session, look, static_cast<ThemeKind> ((static_cast<std::size_t> (look.tokens().kind) + 1) % themeIds.size()));
         }));

    add (session, { "view.setTheme", "Choose a theme", "Changes to a theme by its name.", "", "", { { "theme", "\"dark\", \"light\" or \"contrast\".", Argument::Kind::text, {} } }, [&session, &look] (const Arguments& arguments) -> Result<Value> {
                       const auto* name = arguments.at ("theme").as<std::string>();
                       const auto kind = name != nullptr ? themeNamed (*name) : std::nullopt;

                       if (! kind)
                           return Failure { "A theme is called dark, light or contrast.", "" };

                       choose (session, look, *kind);
                       return Value (true);
                   },
                    {} });
}

void declareSizes (Session& session, Look& look)
{
    const auto step = [&session, &look] (float by) {
        return [&session, &look, by] { choose (session, look, look.scale() + by); };
    };

    add (session, plain ("view.larger", "Larger", "Draws everything larger, up to 300 %.", "ctrl + =", step (0.1f)));
    add (session, plain ("view.smaller", "Smaller", "Draws everything smaller, down to 50 %.", "ctrl + -", step (-0.1f)));
    add (session, plain ("view.usualSize", "Usual size", "Draws everything as large as it was meant.", "ctrl + 0", [&session, &look] { choose (session, look, 1.0f); }));

    add (session, { "view.setScale", "Choose the size", "Draws everything so many percent as large as it was meant.", "", "", { { "percent", "50 to 300.", Argument::Kind::number, {} } }, [&session, &look] (const Arguments& arguments) -> Result<Value> {
                       const auto& given = arguments.at ("percent");
                       const auto percent = given.as<std::int64_t>() != nullptr ? static_cast<double> (*given.as<std::int64_t>()) : given.as<double>() != nullptr ? *given.as<double>()
                                                                                                                                                                  : 100.0;
                       choose (session, look, static_cast<float> (percent / 100));
                       return Value (true);
                   },
                    {} });
}
} // namespace

void readPreferences (const Preferences& preferences, Look& look)
{
    if (const auto kind = themeNamed (preferences.text (themeName, {})))
        look.setTheme (*kind);

    look.setScale (static_cast<float> (preferences.number (scaleName, 1)));
}

void declareLookActions (Session& session, Look& look)
{
    declareThemes (session, look);
    declareSizes (session, look);
}

} // namespace athanor
