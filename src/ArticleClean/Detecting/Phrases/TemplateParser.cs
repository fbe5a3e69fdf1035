using System.Globalization;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>Reads one template or one alternative of a list.</summary>
internal ref struct TemplateParser
{
    /// <summary>A longer gap says nothing any more and costs time.</summary>
    private const int MaxGap = 12;

    /// <summary>A shorter prefix matches half a language.</summary>
    private const int MinPrefixLength = 2;

    private readonly string _text;
    private readonly string _file;
    private readonly int _line;
    private int _at;

    private TemplateParser(string text, string file, int line)
    {
        (_text, _file, _line) = (text, file, line);
    }

    /// <summary>Parses a template. Throws <see cref="RulePackException"/> with file and line.</summary>
    public static TemplateNode Parse(string text, string file, int line)
    {
        if (text.Length > 2 && text[0] == '/' && text[^1] == '/')
            return new TemplateNode.Pattern(text[1..^1]);
        TemplateParser parser = new(text, file, line);
        TemplateNode node = parser.ParseSequence();
        if (parser._at < text.Length)
            throw parser.Error($"'{text[parser._at]}' closes nothing");
        if (node is TemplateNode.Sequence { Items.Count: 0 })
            throw parser.Error("an empty template");
        return node;
    }

    /// <summary>Parses the alternatives of a list: <c>a | b c | d*</c>.</summary>
    public static List<TemplateNode> ParseList(string text, string file, int line)
    {
        TemplateParser parser = new(text, file, line);
        List<TemplateNode> options = parser.ParseOptions();
        if (parser._at < text.Length)
            throw parser.Error($"'{text[parser._at]}' closes nothing");
        return options;
    }

    private List<TemplateNode> ParseOptions()
    {
        List<TemplateNode> options = [];
        while (true)
        {
            int start = _at;
            TemplateNode option = ParseSequence();
            bool empty = option is TemplateNode.Sequence { Items.Count: 0 };
            if (empty && _text.AsSpan(start, _at - start).IsWhiteSpace())
                throw Error("an empty alternative; [..] makes a part optional");
            if (!empty) // else it is a mark that is skipped everywhere, as a comma
                options.Add(option);
            if (_at >= _text.Length || _text[_at] != '|')
                return options;
            _at++;
        }
    }

    private TemplateNode ParseSequence()
    {
        List<TemplateNode> items = [];
        while (_at < _text.Length && _text[_at] is not ('|' or '}' or ']'))
        {
            char c = _text[_at];
            if (char.IsWhiteSpace(c))
                _at++;
            else if (c is '{' or '[')
                items.Add(ParseGroup(c));
            else if (c == '^')
                Take(items, new TemplateNode.Begin());
            else if (c == '$' && items.Count > 0 && IsLast())
                Take(items, new TemplateNode.Finish());
            else if (c == '\\' && _at + 1 < _text.Length)
            {
                _at++;
                Take(items, new TemplateNode.Mark(_text[_at]));
            }
            else
                ParseWords(items);
        }

        return items.Count == 1 ? items[0] : new TemplateNode.Sequence(items);
    }

    /// <summary>Whether nothing of the sequence stands behind this character: a dollar sign elsewhere is one.</summary>
    private readonly bool IsLast()
    {
        int next = _at + 1;
        while (next < _text.Length && char.IsWhiteSpace(_text[next]))
            next++;
        return char.IsWhiteSpace(_text[_at - 1]) && (next >= _text.Length || _text[next] is '|' or '}' or ']');
    }

    private void Take(List<TemplateNode> items, TemplateNode node)
    {
        items.Add(node);
        _at++;
    }

    private TemplateNode ParseGroup(char open)
    {
        _at++;
        char close = open == '{' ? '}' : ']';
        if (open == '[' && _at < _text.Length && _text[_at] == '*')
            return ParseGap();
        if (open == '{' && ParseName() is { } name)
            return name;
        List<TemplateNode> options = ParseOptions();
        if (_at >= _text.Length || _text[_at] != close)
            throw Error($"'{open}' is not closed by '{close}'");
        _at++;
        return options.Count == 0 ? new TemplateNode.Sequence([]) : new TemplateNode.Choice(options, open == '[');
    }

    /// <summary>The name of a list or slot in braces: ASCII letters, digits and hyphens alone; null when it is a choice.</summary>
    private TemplateNode.Name? ParseName()
    {
        int end = _at;
        while (end < _text.Length && (char.IsAsciiLetterLower(_text[end]) || char.IsAsciiDigit(_text[end]) || _text[end] == '-'))
            end++;
        if (end == _at || end >= _text.Length || _text[end] != '}')
            return null;
        TemplateNode.Name name = new(_text[_at..end]);
        _at = end + 1;
        return name;
    }

    private TemplateNode.Gap ParseGap()
    {
        int start = ++_at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
            _at++;
        if (!int.TryParse(_text.AsSpan(start, _at - start), CultureInfo.InvariantCulture, out int most) || most is < 1 or > MaxGap)
            throw Error($"a gap is [*1] to [*{MaxGap}]");
        if (_at >= _text.Length || _text[_at] != ']')
            throw Error("'[' is not closed by ']'");
        _at++;
        return new TemplateNode.Gap(most);
    }

    /// <summary>One run of characters up to white space or a bracket, cut by the same lexer that cuts documents.</summary>
    private void ParseWords(List<TemplateNode> items)
    {
        int start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('{' or '[' or '|' or '}' or ']' or '\\' or '*'))
            _at++;
        bool prefix = _at < _text.Length && _text[_at] == '*';
        if (_at == start && !prefix)
            throw Error($"'{_text[_at]}' is not expected here");
        TokenList tokens = Lexer.Tokenize(_text[start.._at]);
        for (int i = 0; i < tokens.Count; i++)
        {
            Token token = tokens[i];
            string word = _text.Substring(start + token.Start, token.Length);
            bool last = i == tokens.Count - 1;
            if (prefix && last && token.Kind == TokenKind.Word)
            {
                string folded = Folding.Fold(word);
                if (folded.Length < MinPrefixLength && (token.Flags & TokenFlags.Unspaced) == 0)
                    throw Error($"'{word}*': at least {MinPrefixLength} letters stand before the star");
                items.Add(new TemplateNode.Prefix(folded));
            }
            else if (word is "'" or "’" or "-" or "‐" or "," or "." or "·")
                continue; // the matcher skips these wherever they stand; a backslash makes one required
            else if (token.Kind is TokenKind.Punctuation)
                items.Add(new TemplateNode.Mark(word[0]));
            else
                items.Add(new TemplateNode.Word(Folding.Fold(word)));
        }

        if (prefix)
        {
            if (tokens.Count == 0)
                throw Error("a star stands after a word");
            _at++;
        }
    }

    private readonly RulePackException Error(string problem) => new(_file, _line, $"{problem}, in '{_text}'");
}
