using System.Globalization;
using System.Text;
using System.Xml;
using ArticleClean.Cli.Checking;
using ArticleClean.Cli.Terminal;

namespace ArticleClean.Cli.Reports;

/// <summary>JUnit's XML: a case for each file, a failure with its findings, an error where it could not be checked; notes as output.</summary>
internal sealed class JUnitReport : Report
{
    private readonly Stream _output;

    // The suite's head counts the cases, so they wait until all are known.
    private readonly MemoryStream _cases = new();
    private readonly XmlWriter _xml;
    private int _tests;
    private int _failures;
    private int _errors;

    public JUnitReport(Stream output)
    {
        _output = output;
        _xml = XmlWriter.Create(_cases, new XmlWriterSettings
        {
            ConformanceLevel = ConformanceLevel.Fragment,
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            IndentChars = "  ",
            NewLineChars = "\n",
        });
    }

    public override void Add(CheckedFile file)
    {
        BeginCase(file.SiteFolder, file.Path);
        List<string> failing = [], notes = [];
        foreach (CheckFinding finding in file.Findings)
            (finding.Fails ? failing : notes).Add(Line(finding));
        if (file.Failure is { } failure)
        {
            WriteError(failure);
        }
        else if (failing.Count > 0)
        {
            _failures++;
            _xml.WriteStartElement("failure");
            _xml.WriteAttributeString("type", "findings");
            _xml.WriteAttributeString("message", CheckTotals.Number(failing.Count, "finding"));
            _xml.WriteString(string.Join('\n', failing));
            _xml.WriteEndElement();
        }

        if (notes.Count > 0)
            _xml.WriteElementString("system-out", string.Join('\n', notes));
        _xml.WriteEndElement();
    }

    public override void AddFailure(Failure failure)
    {
        BeginCase("articleclean", "inputs");
        WriteError(failure);
        _xml.WriteEndElement();
    }

    public override void End(CheckTotals totals)
    {
        _xml.Flush();
        string counts = string.Create(CultureInfo.InvariantCulture, $"tests=\"{_tests}\" failures=\"{_failures}\" errors=\"{_errors}\"");
        _output.Write(Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites name=\"articleclean\" {counts}>\n<testsuite name=\"articleclean check\" {counts}>\n"));
        _cases.WriteTo(_output);
        _output.Write("\n</testsuite>\n</testsuites>\n"u8);
        _output.Flush();
    }

    private void BeginCase(string folder, string name)
    {
        _tests++;
        _xml.WriteStartElement("testcase");
        _xml.WriteAttributeString("classname", Valid(folder));
        _xml.WriteAttributeString("name", Valid(name));
    }

    private void WriteError(Failure failure)
    {
        _errors++;
        _xml.WriteStartElement("error");
        _xml.WriteAttributeString("type", "failure");
        _xml.WriteAttributeString("message", Valid(failure.Message));
        _xml.WriteEndElement();
    }

    private static string Line(CheckFinding finding) => Valid(string.Create(
        CultureInfo.InvariantCulture, $"{finding.Line}:{finding.Column}: {finding.Category} {finding.Rule} {Sentences.Of(finding)}"));

    /// <summary>XML has no way to say control characters and U+FFFE; they are written as escapes.</summary>
    private static string Valid(string text) =>
        OneLine.Escape(text).Replace("\uFFFE", "\\ufffe", StringComparison.Ordinal).Replace("\uFFFF", "\\uffff", StringComparison.Ordinal);

    public override void Dispose()
    {
        _xml.Dispose();
        _cases.Dispose();
        base.Dispose();
    }
}
