// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/SequenceEdits.h"

#include <algorithm>
#include <set>

namespace athanor
{

namespace
{
/** An order between a slot and the next one. */
double orderBehind (const Project& project, SlotId slot)
{
    const auto slots = slotsInOrder (project);
    const auto here = std::find (slots.begin(), slots.end(), slot);

    if (slots.empty())
        return 0;

    if (here == slots.end() || here + 1 == slots.end())
        return project.sequence.find (slots.back())->order + 1;

    return (project.sequence.find (*here)->order + project.sequence.find (*(here + 1))->order) / 2;
}

SlotId addSlot (Project& project, SlotId behind, PatternId pattern)
{
    const auto id = newId<SlotId>();
    Slot slot;
    slot.pattern = pattern;
    slot.order = orderBehind (project, behind);
    project.sequence.put (id, slot);
    return id;
}

std::string freeName (const Project& project)
{
    std::set<std::string> taken;

    for (const auto& [id, pattern] : project.patterns)
        taken.insert (pattern->name);

    auto number = project.patterns.size() + 1;

    while (taken.contains ("Pattern " + std::to_string (number)))
        ++number;

    return "Pattern " + std::to_string (number);
}

template <typename Content>
PatternId addLike (Project& project, PatternId like, Content content)
{
    const auto* source = project.patterns.find (like);
    Pattern pattern;
    pattern.name = freeName (project);

    if (source != nullptr)
    {
        pattern.length = source->length;

        for (const auto& [track, clipId] : source->clips)
            if (const auto* clip = project.clips.find (*clipId))
            {
                const auto id = newId<ClipId>();
                const auto made = content (*clip);
                pattern.clips.put (track, id);
                project.clips.put (id, made);
            }
    }

    const auto id = newId<PatternId>();
    project.patterns.put (id, pattern);
    return id;
}

void dropUnplayed (Project& project, PatternId patternId)
{
    for (const auto& [id, slot] : project.sequence)
        if (slot->pattern == patternId)
            return;

    const auto* pattern = project.patterns.find (patternId);

    if (pattern == nullptr)
        return;

    const auto clips = pattern->clips;
    project.patterns.erase (patternId);
    std::set<ClipId> used;

    for (const auto& [id, other] : project.patterns)
        for (const auto& [track, clip] : other->clips)
            used.insert (*clip);

    for (const auto& [track, clip] : clips)
        if (! used.contains (*clip))
            project.clips.erase (*clip);
}
} // namespace

SlotId addPattern (Project& project, SlotId behind, PatternId like)
{
    return addSlot (project, behind, addLike (project, like, [] (const Clip& clip) {
                        Clip emptied;
                        emptied.lines = clip.lines;
                        emptied.linesPerBeat = clip.linesPerBeat;
                        emptied.dialect = clip.dialect;
                        emptied.groove = clip.groove;
                        return emptied;
                    }));
}

SlotId repeatSlot (Project& project, SlotId slot)
{
    const auto* source = project.sequence.find (slot);
    return source != nullptr ? addSlot (project, slot, source->pattern) : SlotId {};
}

SlotId duplicateSlot (Project& project, SlotId slot)
{
    const auto* source = project.sequence.find (slot);
    return source != nullptr ? addSlot (project, slot, addLike (project, source->pattern, [] (const Clip& clip) { return clip; })) : SlotId {};
}

bool removeSlot (Project& project, SlotId slot)
{
    if (project.sequence.size() < 2 || ! project.sequence.contains (slot))
        return false;

    const auto pattern = project.sequence.find (slot)->pattern;
    project.sequence.erase (slot);
    dropUnplayed (project, pattern);
    return true;
}

bool moveSlot (Project& project, SlotId slot, int places)
{
    auto slots = slotsInOrder (project);
    const auto here = std::find (slots.begin(), slots.end(), slot) - slots.begin();
    const auto target = here + places;

    if (here == std::ssize (slots) || target < 0 || target >= std::ssize (slots))
        return false;

    slots.erase (slots.begin() + here);
    slots.insert (slots.begin() + target, slot);

    for (std::size_t i = 0; i < slots.size(); ++i)
        if (project.sequence.find (slots[i])->order != static_cast<double> (i))
            project.sequence.edit (slots[i]).order = static_cast<double> (i);

    return true;
}

void setSection (Project& project, SlotId slot, const std::string& name)
{
    if (project.sequence.contains (slot))
        project.sequence.edit (slot).section = name;
}

void renamePattern (Project& project, PatternId pattern, const std::string& name)
{
    if (project.patterns.contains (pattern))
        project.patterns.edit (pattern).name = name;
}

void turnPattern (Project& project, SlotId slot, int by)
{
    if (! project.sequence.contains (slot))
        return;

    // In the order in which the song first plays them.
    std::vector<PatternId> patterns;

    for (const auto id : slotsInOrder (project))
        if (const auto pattern = project.sequence.find (id)->pattern; std::find (patterns.begin(), patterns.end(), pattern) == patterns.end())
            patterns.push_back (pattern);

    const auto before = project.sequence.find (slot)->pattern;
    const auto here = std::find (patterns.begin(), patterns.end(), before) - patterns.begin();
    const auto target = std::clamp<std::ptrdiff_t> (here + by, 0, std::ssize (patterns) - 1);
    project.sequence.edit (slot).pattern = patterns[static_cast<std::size_t> (target)];
}

} // namespace athanor
