using ArticleClean.Cli.Files;

namespace ArticleClean.Cli.Checking;

/// <summary>The folder that the scrapes of a site share: the first one below the folder that was named, where there is one.</summary>
internal static class SiteFolder
{
    public const string None = ".";

    public static string Of(InputFile file)
    {
        string folder = file.Folder.Below.Length > 0 ? file.Folder.Below.Split('/')[0] : file.Named ? file.Folder.Root : "";
        return folder.Length == 0 ? None : folder.Replace(Path.DirectorySeparatorChar, '/');
    }
}
