using ArticleClean;

CleanResult result = new ArticleCleaner().Clean(await File.ReadAllBytesAsync(args[0]), new SourceHints { Name = args[0] });
using Stream output = Console.OpenStandardOutput();
output.Write(result.Body.Span);
return 0;
