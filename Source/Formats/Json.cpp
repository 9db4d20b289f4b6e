// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Json.h"

#include "Core/Text.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <exception>

namespace athanor
{

namespace
{
void writeText (std::string& out, std::string_view text)
{
    out += '"';

    for (const auto c : text)
    {
        const auto byte = static_cast<unsigned char> (c);

        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (byte < 0x20 || byte == 0x7f)
            ((out += "\\u00") += "0123456789abcdef"[byte >> 4]) += "0123456789abcdef"[byte & 15];
        else
            out += c;
    }

    out += '"';
}

template <typename Number>
void writeNumber (std::string& out, Number number)
{
    std::array<char, 32> text {};
    const auto end = std::to_chars (text.data(), text.data() + text.size(), number).ptr;
    out.append (text.data(), end);

    if constexpr (std::is_floating_point_v<Number>)
        if (std::string_view (text.data(), static_cast<std::size_t> (end - text.data())).find_first_of (".e") == std::string_view::npos)
            out += ".0";
}

/** Writes one Value; `indent` below 0 means all in one line. */
class Writer
{
public:
    Writer (std::string& text, bool useLines) : out (text), hasLines (useLines) {}

    void write (const Value& value)
    {
        std::visit ([this] (const auto& content) { put (content); }, value.content);
    }

private:
    void put (std::monostate) { out += "null"; }

    void put (bool b) { out += b ? "true" : "false"; }

    void put (std::int64_t number) { writeNumber (out, number); }

    void put (double number)
    {
        if (std::isfinite (number))
            writeNumber (out, number);
        else
            out += "null";
    }

    void put (const std::string& text)
    {
        if (isUtf8 (text))
            writeText (out, text);
        else
            writeText (out, validUtf8 (text));
    }

    void put (const Value::List& list)
    {
        between ('[', ']', list, [this] (const Value& value) { write (value); });
    }

    void put (const Value::Parts& parts)
    {
        between ('{', '}', parts, [this] (const auto& part) {
            put (part.first);
            out += hasLines ? ": " : ":";
            write (part.second);
        });
    }

    template <typename Items, typename Each>
    void between (char open, char close, const Items& items, Each&& each)
    {
        out += open;
        ++depth;

        for (bool isFirst = true; const auto& item : items)
        {
            if (! isFirst)
                out += ',';

            isFirst = false;
            startLine();
            each (item);
        }

        --depth;

        if (! items.empty())
            startLine();

        out += close;
    }

    void startLine()
    {
        if (hasLines)
            (out += '\n').append (depth, ' ');
    }

    std::string& out;
    const bool hasLines;
    std::size_t depth = 0;
};

/** Takes the parser's events and builds the Value, so that no second tree is made and depth is checked as it grows. */
class Builder final : public nlohmann::json::json_sax_t
{
public:
    Value result;
    std::string fault;

    bool null() override { return add (Value()); }

    bool boolean (bool b) override { return add (b); }

    bool number_integer (number_integer_t number) override { return add (static_cast<std::int64_t> (number)); }

    bool number_unsigned (number_unsigned_t number) override
    {
        return number <= static_cast<number_unsigned_t> (std::numeric_limits<std::int64_t>::max()) ? add (static_cast<std::int64_t> (number))
                                                                                                   : add (static_cast<double> (number));
    }

    bool number_float (number_float_t number, const string_t&) override
    {
        return std::isfinite (number) ? add (number) : stop ("a number is too large");
    }

    bool string (string_t& text) override { return add (std::move (text)); }

    bool binary (binary_t&) override { return stop ("binary data"); }

    bool start_object (std::size_t) override { return open (Value::Parts()); }

    bool start_array (std::size_t) override { return open (Value::List()); }

    bool key (string_t& name) override
    {
        names.back() = std::move (name);
        return true;
    }

    bool end_object() override { return close(); }

    bool end_array() override { return close(); }

    bool parse_error (std::size_t position, const std::string& token, const nlohmann::detail::exception& error) override
    {
        return stop ("byte " + std::to_string (position) + " near '" + token.substr (0, 40) + "': " + error.what());
    }

private:
    bool stop (std::string why)
    {
        fault = std::move (why);
        return false;
    }

    bool open (Value container)
    {
        if (containers.size() >= static_cast<std::size_t> (deepestJson))
            return stop ("nested too deeply");

        containers.push_back (std::move (container));
        names.emplace_back();
        return true;
    }

    bool close()
    {
        auto done = std::move (containers.back());
        containers.pop_back();
        names.pop_back();
        return add (std::move (done));
    }

    bool add (Value value)
    {
        if (++count > mostJsonValues)
            return stop ("too many values");

        if (containers.empty())
            result = std::move (value);
        else if (auto* list = std::get_if<Value::List> (&containers.back().content))
            list->push_back (std::move (value));
        else
            std::get<Value::Parts> (containers.back().content).insert_or_assign (std::move (names.back()), std::move (value));

        return true;
    }

    std::vector<Value> containers;  ///< The lists and objects not yet closed, outermost first …
    std::vector<std::string> names; ///< … and of each, the name that its next value gets.
    std::size_t count = 0;
};
} // namespace

std::string formatJson (const Value& value, JsonLayout layout)
{
    std::string text;
    Writer (text, layout == JsonLayout::lines).write (value);

    if (layout == JsonLayout::lines)
        text += '\n';

    return text;
}

Result<Value> parseJson (std::string_view text)
{
    if (text.size() > longestJson)
        return Failure { "This file is too large to be read.", std::to_string (text.size()) + " bytes of JSON" };

    try
    {
        Builder builder;

        if (nlohmann::json::sax_parse (text.begin(), text.end(), &builder))
            return std::move (builder.result);

        return Failure { "This file is damaged.", builder.fault };
    }
    catch (const std::exception& error)
    {
        return Failure { "This file is damaged.", error.what() };
    }
}

} // namespace athanor
