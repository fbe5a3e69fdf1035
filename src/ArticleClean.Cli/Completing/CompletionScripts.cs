namespace ArticleClean.Cli.Completing;

/// <summary>
/// Scripts that let a shell ask the program itself (the parser's <c>[suggest]</c> directive), so that what they offer is what
/// the command line takes. Where it offers nothing the shell completes file names.
/// </summary>
internal static class CompletionScripts
{
    public static string[] Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>The script for a shell; null for one that is not known.</summary>
    public static string? For(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        "pwsh" => PowerShell,
        _ => null,
    };

    private const string Bash = """
        # bash completion of articleclean; load it with: source <(articleclean completions bash)
        _articleclean() {
            local word=${COMP_WORDS[COMP_CWORD]} line=${COMP_LINE:0:COMP_POINT} found IFS=$'\n'
            line="articleclean${line#"${COMP_WORDS[0]}"}"
            found=$("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
            # Options are offered to those who begin one.
            case $word in
                -*) ;;
                *) found=$(printf '%s\n' "$found" | command grep -v '^[-/]') ;;
            esac
            COMPREPLY=()
            while IFS= read -r item; do
                [[ -n $item && $item == "$word"* ]] && COMPREPLY+=("$item")
            done <<< "$found"
            if [[ ${#COMPREPLY[@]} -eq 0 && $word != -* ]]; then
                compopt -o filenames 2>/dev/null
                COMPREPLY=($(compgen -f -- "$word"))
            fi
        }
        complete -F _articleclean articleclean

        """;

    private const string Zsh = """
        #compdef articleclean
        # zsh completion of articleclean; load it with: source <(articleclean completions zsh), after compinit
        _articleclean() {
            local line="articleclean ${(j: :)words[2,CURRENT]}"
            local -a found
            found=(${(f)"$(${words[1]} "[suggest:${#line}]" "$line" 2>/dev/null)"})
            # Options are offered to those who begin one.
            [[ ${words[CURRENT]} == -* ]] || found=(${found:#[-/]*})
            found=(${(M)found:#${words[CURRENT]}*})
            if (( $#found )); then
                compadd -Q -a found
            else
                _files
            fi
        }
        # Called by its name it was found on fpath; else it was sourced.
        if [[ ${funcstack[1]} == _articleclean ]]; then
            _articleclean "$@"
        else
            compdef _articleclean articleclean
        fi

        """;

    private const string Fish = """
        # fish completion of articleclean; load it with: articleclean completions fish | source
        function __articleclean_complete
            set -l words (commandline -opc) (commandline -ct)
            set -l line articleclean (string join ' ' -- $words[2..-1])
            set -l text (string join ' ' -- $line)
            set -l found (articleclean "[suggest:"(string length -- "$text")"]" "$text" 2>/dev/null)
            # Options are offered to those who begin one.
            if string match -q -- '-*' (commandline -ct)
                printf '%s\n' $found
            else
                printf '%s\n' $found | string match -v -r '^[-/]'
            end
        end
        complete -c articleclean -a '(__articleclean_complete)'

        """;

    private const string PowerShell = """
        # PowerShell completion of articleclean; load it with: articleclean completions pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName articleclean -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $line = $commandAst.ToString().PadRight($cursorPosition).Substring(0, $cursorPosition)
            articleclean "[suggest:$cursorPosition]" $line 2>$null |
                Where-Object { $_ -like "$wordToComplete*" -and ($wordToComplete -like '-*' -or $_ -notmatch '^[-/]') } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;
}
